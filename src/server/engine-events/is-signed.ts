import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `signature` is the base64 of HMAC-SHA256 over the raw body; takes the same time however much of it is right. */
export function isSigned(body: Uint8Array, signature: string, key: string): boolean {
  const expected = createHmac("sha256", key).update(body).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
