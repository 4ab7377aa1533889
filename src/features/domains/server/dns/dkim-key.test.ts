import { expect, test } from "bun:test";
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { dkimText, makeDkimKey } from "./dkim-key";

test("the published half belongs to the private half and has 2048 bits", async () => {
  const { privateKey, publicKey } = await makeDkimKey();
  expect(privateKey).toStartWith("-----BEGIN PRIVATE KEY-----");
  const derived = createPublicKey(createPrivateKey(privateKey));
  expect(derived.export({ type: "spki", format: "der" }).toString("base64")).toBe(publicKey);
  expect(derived.asymmetricKeyDetails?.modulusLength).toBe(2048);
});

test("an Ed25519 key is published as its 32 raw bytes, which verify what the private half signs", async () => {
  const { privateKey, publicKey } = await makeDkimKey("ed25519-sha256");
  const raw = Buffer.from(publicKey, "base64");
  expect(raw.length).toBe(32);
  const published = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") },
    format: "jwk",
  });
  const message = Buffer.from("a message");
  expect(verify(null, message, published, sign(null, message, privateKey))).toBe(true);
  expect(dkimText({ algorithm: "ed25519-sha256", publicKey })).toBe(`v=DKIM1; k=ed25519; p=${publicKey}`);
});

test("the server goes on answering while keys are made", async () => {
  let turns = 0;
  const clock = setInterval(() => turns++, 1);
  await Promise.all([makeDkimKey(), makeDkimKey(), makeDkimKey()]);
  clearInterval(clock);
  expect(turns).toBeGreaterThan(3);
});
