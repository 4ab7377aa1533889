import { expect, test } from "bun:test";
import { decode } from "./load-text";

const bytes = (...octets: number[]) => new Uint8Array(octets);

test("a text is read in the charset that its sender named, else in what it can be", () => {
  expect(decode(bytes(0xcf, 0xf0, 0xe8), "windows-1251", false)).toBe("При");
  expect(decode(bytes(0xc3, 0xbc), null, false)).toBe("ü");
  expect(decode(bytes(0xfc), null, false)).toBe("ü");
  expect(decode(bytes(0xfc), "utf-8", false)).toBe("ü");
  expect(decode(bytes(0xc3, 0xbc), "x-nonsense", false)).toBe("ü");
});

test("a text that was cut within a character is shown up to there", () => {
  expect(decode(bytes(0x61, 0xc3), null, true)).toBe("a");
});
