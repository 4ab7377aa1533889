import { expect, test } from "bun:test";
import { createSecretBox } from "~/server/secret-box";
import { dkimPurpose, makeSealedKey } from "./seal-key";

const boxOf = (byte: number) => createSecretBox(Buffer.alloc(32, byte).toString("base64"));
const make = (domainId = Bun.randomUUIDv7()) =>
  makeSealedKey(boxOf(1), { domainId, algorithm: "ed25519-sha256", slot: 2 }).then((key) => ({ key, domainId }));

test("a sealed key says which master key it was sealed with, and another one is told apart from a broken text", async () => {
  const { key, domainId } = await make();
  expect([key.selector, key.slot]).toEqual(["ed2", 2]);
  const [sealedWith] = key.sealedPrivateKey.split(".");
  expect(sealedWith).toMatch(/^[0-9a-f]{8}$/);
  expect(boxOf(1).open(key.sealedPrivateKey, dkimPurpose(domainId))).toStartWith("-----BEGIN PRIVATE KEY-----");
  expect(() => boxOf(2).open(key.sealedPrivateKey, dkimPurpose(domainId))).toThrow(
    `sealed with another key (${sealedWith})`,
  );
});

test("a key of one domain does not open for another", async () => {
  const { key } = await make();
  expect(() => boxOf(1).open(key.sealedPrivateKey, dkimPurpose(Bun.randomUUIDv7()))).toThrow();
});
