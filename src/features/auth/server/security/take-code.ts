import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, recoveryCodes } from "../../../../../db/schema";
import type { Services } from "~/server/services";
import { recoveryCodeHash } from "./recovery-code";
import { totpStepOf } from "./totp";

export const totpPurpose = (personId: string): string => `totp:${personId}`;

type Person = { id: string; sealedTotpSecret: string | null };

/**
 * Whether `code` is a code of this person's that was not used before; then it is used now. Of two that come at once one wins: a time step is
 * taken by a conditional update, a recovery code by its deletion. `tx` must see the person.
 */
export async function takeCode(
  tx: Transaction,
  { secretBox, now }: Pick<Services, "secretBox" | "now">,
  person: Person,
  code: string,
): Promise<"totp" | "recovery_code" | null> {
  if (!/^\d{6}$/.test(code)) {
    const codeHash = recoveryCodeHash(secretBox, person.id, code);
    const used = await tx
      .delete(recoveryCodes)
      .where(and(eq(recoveryCodes.personId, person.id), eq(recoveryCodes.codeHash, codeHash)))
      .returning({ id: recoveryCodes.id });
    return used.length > 0 ? "recovery_code" : null;
  }
  if (!person.sealedTotpSecret) return null;
  const step = totpStepOf(secretBox.open(person.sealedTotpSecret, totpPurpose(person.id)), code, now());
  if (step === null) return null;
  const isNext = or(isNull(people.totpStep), lt(people.totpStep, step));
  const taken = await tx
    .update(people)
    .set({ totpStep: step })
    .where(and(eq(people.id, person.id), isNext))
    .returning({ id: people.id });
  return taken.length > 0 ? "totp" : null;
}
