import { expect, test } from "bun:test";
import fc from "fast-check";
import { decodeId, encodeId, rowId } from "./ids";

test("ids read as Stalwart writes them", () => {
  const known: [bigint, string][] = [
    [0n, "a"],
    [31n, "3"],
    [32n, "ba"],
    [1024n, "baa"],
    [30064771081n, "2aaaaaj"],
    [20080258862541n, "singleton"],
  ];
  for (const [number, text] of known) {
    expect(encodeId(number)).toBe(text);
    expect(decodeId(text)).toBe(number);
  }
});

test("every 64-bit number comes back from its id", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (number) => decodeId(encodeId(number)) === number),
  );
});

test("text that is no id is none, and the empty text is zero", () => {
  for (const text of ["8", "A", "a-b", "3333333333333", "b".repeat(14)]) expect(decodeId(text)).toBeNull();
  expect(decodeId("")).toBe(0n);
});

test("a row has one id, and no other spelling of it finds the row", () => {
  expect(rowId("a")).toBe(0);
  expect(rowId(encodeId(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
  for (const text of ["", "aa", "ab", "A", encodeId(2n ** 53n)]) expect(rowId(text)).toBeNull();
});
