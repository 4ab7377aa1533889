import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62^43 > 2^256, and 62^6 > 2^32. */
const [secretLength, checkLength] = [43, 6];
const pattern = new RegExp(`^dmt_([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checkLength}})$`);

function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest /= 62n) text = digits[Number(rest % 62n)]! + text;
  return text;
}

const checkOf = (secret: string) => base62(BigInt(crc32(secret)), checkLength);

/**
 * A new API token: 256 random bits behind a prefix that names us, and a checksum, so that programs that look for leaked secrets
 * recognise it without asking anybody. Letters and digits only: a double click selects all of it.
 */
export function newApiToken(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString("hex")}`), secretLength);
  return `dmt_${secret}${checkOf(secret)}`;
}

/** Whether it has the form of an API token: what was mistyped or made up costs no look into the database. */
export function isApiToken(text: string): boolean {
  const [, secret, check] = pattern.exec(text) ?? [];
  return secret !== undefined && check === checkOf(secret);
}
