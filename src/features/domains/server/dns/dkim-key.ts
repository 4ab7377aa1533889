import { generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

export type DkimAlgorithm = "rsa-sha256" | "ed25519-sha256";

/** What RFC 8301 section 3.2 asks signers for; longer keys do not fit into what some providers accept as one TXT value. */
export const rsaBits = 2048;
const ed25519Bytes = 32;

const generateRsa = promisify(generateKeyPair) as (
  type: "rsa",
  options: { modulusLength: number },
) => Promise<{ privateKey: KeyObject; publicKey: KeyObject }>;
const generateEd25519 = promisify(generateKeyPair) as (
  type: "ed25519",
  options: object,
) => Promise<{ privateKey: KeyObject; publicKey: KeyObject }>;

/**
 * A new key pair, made off the main thread: `privateKey` as PKCS#8 PEM for the engine, `publicKey` as `p=` has it in DNS: base64 of the SPKI DER for
 * RSA (RFC 6376 section 3.6.1), of the 32 raw bytes for Ed25519 (RFC 8463 section 4.2).
 */
export async function makeDkimKey(
  algorithm: DkimAlgorithm = "rsa-sha256",
): Promise<{ privateKey: string; publicKey: string }> {
  const isRsa = algorithm === "rsa-sha256";
  const pair = isRsa ? await generateRsa("rsa", { modulusLength: rsaBits }) : await generateEd25519("ed25519", {});
  const spki = pair.publicKey.export({ type: "spki", format: "der" });
  return {
    privateKey: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: (isRsa ? spki : spki.subarray(-ed25519Bytes)).toString("base64"),
  };
}

/** The TXT value that publishes a key (RFC 6376 section 3.6.1, RFC 8463 section 4.1). */
export const dkimText = ({ algorithm, publicKey }: { algorithm: string; publicKey: string }): string =>
  `v=DKIM1; k=${algorithm === "ed25519-sha256" ? "ed25519" : "rsa"}; p=${publicKey}`;
