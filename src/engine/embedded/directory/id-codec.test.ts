import { expect, test } from "bun:test";
import fc from "fast-check";
import { decodeId, encodeId } from "./id-codec";

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
