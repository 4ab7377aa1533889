import { createHash, randomBytes } from "node:crypto";

const unpadded = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");

/**
 * A PHC string of argon2id that no password is behind: what a mailbox has before its user chose one. The same for the same `seed`; without
 * one each is new.
 */
export function unknownHash(seed?: string): string {
  const bytes = (length: number, part: string) =>
    seed === undefined
      ? randomBytes(length)
      : createHash("sha256").update(`${part} ${seed}`).digest().subarray(0, length);
  return `$argon2id$v=19$m=19456,t=2,p=1$${unpadded(bytes(16, "salt"))}$${unpadded(bytes(32, "nobody"))}`;
}
