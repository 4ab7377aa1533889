import { expect, test } from "bun:test";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { makeDkimKey } from "./dkim-key";

test("the published half belongs to the private half and has 2048 bits", async () => {
  const { privateKey, publicKey } = await makeDkimKey();
  expect(privateKey).toStartWith("-----BEGIN PRIVATE KEY-----");
  const derived = createPublicKey(createPrivateKey(privateKey));
  expect(derived.export({ type: "spki", format: "der" }).toString("base64")).toBe(publicKey);
  expect(derived.asymmetricKeyDetails?.modulusLength).toBe(2048);
});
