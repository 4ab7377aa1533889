import { expect, test } from "bun:test";
import { createSecretBox } from "./secret-box";

const box = createSecretBox(Buffer.alloc(32, 1).toString("base64"));

test("a sealed secret opens for the purpose it was sealed for, and for no other", () => {
  const sealed = box.seal("private key", "dkim:1");
  expect(sealed).not.toContain("private");
  expect(box.open(sealed, "dkim:1")).toBe("private key");
  expect(() => box.open(sealed, "dkim:2")).toThrow();
});

test("neither a changed text nor another key opens anything", () => {
  const sealed = box.seal("private key", "p");
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
  expect(() => box.open(changed, "p")).toThrow();
  expect(() => createSecretBox(Buffer.alloc(32, 2).toString("base64")).open(sealed, "p")).toThrow("another key");
});

test("the same secret never looks the same twice", () => {
  expect(box.seal("s", "p")).not.toBe(box.seal("s", "p"));
});

test("a fingerprint is the same for the same text, purpose and key only", () => {
  const other = createSecretBox(Buffer.alloc(32, 2).toString("base64"));
  const mark = box.fingerprint("code", "p");
  expect(box.fingerprint("code", "p")).toBe(mark);
  expect([box.fingerprint("code", "q"), box.fingerprint("c", "p"), other.fingerprint("code", "p")]).not.toContain(mark);
});
