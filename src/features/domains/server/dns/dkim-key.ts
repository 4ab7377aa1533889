import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";

const generate = promisify(generateKeyPair);

/** What RFC 8301 section 3.2 asks signers for; longer keys do not fit into what some providers accept as one TXT value. */
const modulusLength = 2048;

/** A new RSA key: `privateKey` as PKCS#8 PEM for the engine, `publicKey` as base64 of the SPKI DER, which is `p=` in DNS (RFC 6376 section 3.6.1). */
export async function makeDkimKey(): Promise<{ privateKey: string; publicKey: string }> {
  const { privateKey, publicKey } = await generate("rsa", {
    modulusLength,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "der" },
  });
  return { privateKey, publicKey: publicKey.toString("base64") };
}
