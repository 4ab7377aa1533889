import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { identities, passkeys, people, recoveryCodes } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";

/** A person's ways to prove who they are. `tx` must see the person. Throws `auth.required` when there is no such person any more. */
export async function readFactors(tx: Transaction, personId: string) {
  const [found] = await tx
    .select({
      person: people,
      passkeyCount: tx.$count(passkeys, eq(passkeys.personId, personId)),
      recoveryCodesLeft: tx.$count(recoveryCodes, eq(recoveryCodes.personId, personId)),
      identityCount: tx.$count(identities, eq(identities.personId, personId)),
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!found) throw new AppError("auth.required");
  const { person, passkeyCount } = found;
  const hasTotp = person.sealedTotpSecret !== null;
  return {
    ...found,
    hasTotp,
    hasPassword: person.passwordHash !== null,
    hasSecondFactor: hasTotp || passkeyCount > 0,
  };
}
