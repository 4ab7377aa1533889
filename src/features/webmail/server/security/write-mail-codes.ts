import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailboxRecoveryCodes } from "../../../../../db/schema";
import { groupedCode, newRecoveryCode } from "~/features/auth/server/security/recovery-code";
import type { SecretBox } from "~/server/secret-box";
import { mailCodeHash } from "./take-mail-code";

const amount = 10;
type Whose = { id: string; tenantId: string };

/** Gives a mailbox user new recovery codes in place of those that they had; what they are is known after this to the user only. */
export async function writeMailCodes(tx: Transaction, box: SecretBox, user: Whose): Promise<string[]> {
  const codes = Array.from({ length: amount }, newRecoveryCode);
  await removeMailCodes(tx, user);
  const { tenantId, id: mailUserId } = user;
  const rows = codes.map((code) => ({ tenantId, mailUserId, codeHash: mailCodeHash(box, mailUserId, code) }));
  await tx.insert(mailboxRecoveryCodes).values(rows);
  return codes.map(groupedCode);
}

/** Makes the recovery codes of a mailbox user worthless. */
export async function removeMailCodes(tx: Transaction, { id, tenantId }: Whose): Promise<void> {
  const own = and(eq(mailboxRecoveryCodes.tenantId, tenantId), eq(mailboxRecoveryCodes.mailUserId, id));
  await tx.delete(mailboxRecoveryCodes).where(own);
}
