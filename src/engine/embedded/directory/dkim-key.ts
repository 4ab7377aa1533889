import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { invalidProperties } from "./set-failure";

const keyTypes: Record<string, string> = { Dkim1RsaSha256: "rsa", Dkim1Ed25519Sha256: "ed25519" };

function readKey(type: string, pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw invalidProperties(["privateKey"], "Not a private key in PEM form.");
  }
  if (key.asymmetricKeyType !== keyTypes[type]) throw invalidProperties(["privateKey"], "The key is of another type.");
  if (type === "Dkim1RsaSha256" && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
    throw invalidProperties(["privateKey"], "An RSA key needs 1024 bits or more.");
  return key;
}

/** The `p=` value of the key's DNS record: SPKI DER for RSA, the 32 raw bytes for Ed25519, in base 64. Throws `invalidProperties`. */
export function dkimPublicKey(type: string, pem: string): string {
  const spki = createPublicKey(readKey(type, pem)).export({ type: "spki", format: "der" });
  return (type === "Dkim1Ed25519Sha256" ? spki.subarray(-32) : spki).toString("base64");
}

/** A new private key as PKCS#8 PEM; RSA with 2048 bits. */
export function generateDkimKey(type: "Dkim1RsaSha256" | "Dkim1Ed25519Sha256"): string {
  const { privateKey } =
    type === "Dkim1RsaSha256" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
