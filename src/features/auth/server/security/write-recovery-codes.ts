import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { recoveryCodes } from "../../../../../db/schema";
import type { SecretBox } from "~/server/secret-box";
import { groupedCode, newRecoveryCode, recoveryCodeHash } from "./recovery-code";

const amount = 10;

/** Gives a person new recovery codes in place of those that they had; what they are is known after this to the person only. */
export async function writeRecoveryCodes(tx: Transaction, box: SecretBox, personId: string): Promise<string[]> {
  const codes = Array.from({ length: amount }, newRecoveryCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, codeHash: recoveryCodeHash(box, personId, code) })));
  return codes.map(groupedCode);
}
