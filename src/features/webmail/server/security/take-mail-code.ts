import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailboxRecoveryCodes, mailUsers } from "../../../../../db/schema";
import { totpStepOf } from "~/features/auth/server/security/totp";
import type { SecretBox } from "~/server/secret-box";
import type { Services } from "~/server/services";

export const mailTotpPurpose = (mailUserId: string): string => `mailbox-totp:${mailUserId}`;
export const mailCodeHash = (box: SecretBox, mailUserId: string, code: string): string =>
  box.fingerprint(code, `mailbox-recovery-code:${mailUserId}`);

type Whose = { id: string; tenantId: string; sealedTotpSecret: string | null; totpConfirmedAt: Date | null };

/**
 * Whether `code` is one of this mailbox user's that was not used before; then it is used now. Of two that come at once one wins: a time
 * step is taken by a conditional update, a recovery code by its deletion.
 */
export async function takeMailCode(
  tx: Transaction,
  { secretBox, now }: Pick<Services, "secretBox" | "now">,
  user: Whose,
  code: string,
): Promise<boolean> {
  const { id, tenantId, sealedTotpSecret } = user;
  if (!sealedTotpSecret || !user.totpConfirmedAt) return false;
  if (!/^\d{6}$/.test(code)) {
    const codes = mailboxRecoveryCodes;
    const own = and(eq(codes.tenantId, tenantId), eq(codes.mailUserId, id));
    const isIt = eq(codes.codeHash, mailCodeHash(secretBox, id, code));
    return (await tx.delete(codes).where(and(own, isIt)).returning({ id: codes.id })).length > 0;
  }
  const step = totpStepOf(secretBox.open(sealedTotpSecret, mailTotpPurpose(id)), code, now());
  if (step === null) return false;
  const isNext = or(isNull(mailUsers.totpLastStep), lt(mailUsers.totpLastStep, step));
  const taken = await tx
    .update(mailUsers)
    .set({ totpLastStep: step })
    .where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, id), isNext))
    .returning({ id: mailUsers.id });
  return taken.length > 0;
}
