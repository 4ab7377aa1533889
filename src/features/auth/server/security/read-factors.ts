import { count, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { identities, passkeys, people, recoveryCodes } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";

/** A person's ways to prove who they are. `tx` must see the person. Throws `auth.required` when there is no such person any more. */
export async function readFactors(tx: Transaction, personId: string) {
  const [[person], [keys], [codes], [providers]] = await Promise.all([
    tx.select().from(people).where(eq(people.id, personId)),
    tx.select({ count: count() }).from(passkeys).where(eq(passkeys.personId, personId)),
    tx.select({ count: count() }).from(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    tx.select({ count: count() }).from(identities).where(eq(identities.personId, personId)),
  ]);
  if (!person) throw new AppError("auth.required");
  const hasTotp = person.sealedTotpSecret !== null;
  const passkeyCount = keys?.count ?? 0;
  return {
    ...{ person, hasTotp, passkeyCount, recoveryCodesLeft: codes?.count ?? 0 },
    identityCount: providers?.count ?? 0,
    hasPassword: person.passwordHash !== null,
    hasSecondFactor: hasTotp || passkeyCount > 0,
  };
}
