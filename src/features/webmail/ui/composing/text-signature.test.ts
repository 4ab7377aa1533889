import { expect, test } from "bun:test";
import { swapTextSignature } from "./text-signature";

const quote = "\n\nBob wrote:\n> Hello.\n";

test("a signature stands below what is written and above what is quoted", () => {
  expect(swapTextSignature("", { after: "Ana" })).toBe("\n\n-- \nAna\n");
  expect(swapTextSignature(`Yes.${quote}`, { after: "Ana\n", quote })).toBe(`Yes.\n\n-- \nAna\n${quote}`);
});

test("another address has another signature, in the same place", () => {
  const text = `Yes.\n\n-- \nAna\n${quote}`;
  expect(swapTextSignature(text, { before: "Ana", after: "Sales", quote })).toBe(`Yes.\n\n-- \nSales\n${quote}`);
  expect(swapTextSignature(text, { before: "Ana", quote })).toBe(`Yes.\n${quote}`);
});

test("a signature that somebody changed by hand stays, and none is taken away that is not there", () => {
  const changed = "Yes.\n\n-- \nAnna";
  expect(swapTextSignature(changed, { before: "Bea" })).toBe(changed);
});
