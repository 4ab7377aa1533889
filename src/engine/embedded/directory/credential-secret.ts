import { createHash, randomBytes } from "node:crypto";

const base32 = "abcdefghijklmnopqrstuvwxyz234567";

/** SHA-256 of a secret, in base 64: what is stored. */
export const digestSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64");

/** `API_…`: the ids of account and credential, then 24 random bytes. */
export function createApiKeySecret(account: number, credential: number): string {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32BE(account, 0);
  bytes.writeUInt32BE(credential, 4);
  randomBytes(24).copy(bytes, 8);
  return `API_${bytes.toString("base64url")}`;
}

/** The ids inside an API key; `null` when the text is none. */
export function readApiKeySecret(secret: string): { account: number; credential: number } | null {
  if (!/^API_[A-Za-z0-9_-]{43}$/.test(secret)) return null;
  const bytes = Buffer.from(secret.slice(4), "base64url");
  return { account: bytes.readUInt32BE(0), credential: bytes.readUInt32BE(4) };
}

/** `app_…`: 160 random bits. */
export const createAppPasswordSecret = (): string =>
  `app_${[...randomBytes(32)].map((byte) => base32[byte & 31]).join("")}`;
