import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Seals small secrets for the database. The key's id is part of the sealed text, so that keys can be exchanged one day. */
export type SecretBox = {
  /** `purpose` is authenticated with the text: what was sealed for one purpose does not open for another. */
  seal(secret: string, purpose: string): string;
  /** Throws when the text was changed, sealed for another purpose or with another key. */
  open(sealed: string, purpose: string): string;
  /** A keyed fingerprint, base64url: the same text has the same one, and whoever lacks the key cannot try texts. */
  fingerprint(text: string, purpose: string): string;
};

/** AES-256-GCM (NIST SP 800-38D); fingerprints are HMAC-SHA-256 under a key of their own (RFC 5869). `masterKey` is base64 of 32 bytes. */
export function createSecretBox(masterKey: string): SecretBox {
  const key = Buffer.from(masterKey, "base64");
  const keyId = createHash("sha256").update(key).digest("hex").slice(0, 8);
  const macKey = Buffer.from(hkdfSync("sha256", key, "", "deftmail fingerprint", 32));
  return {
    seal(secret, purpose) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${keyId}.${iv.toString("base64url")}.${body.toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [id, iv, body] = sealed.split(".");
      if (id !== keyId || !iv || !body) throw new Error(`sealed with another key (${id})`);
      const bytes = Buffer.from(body, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url")).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString("utf8");
    },
    fingerprint: (text, purpose) =>
      createHmac("sha256", macKey)
        .update(JSON.stringify([purpose, text]))
        .digest("base64url"),
  };
}
