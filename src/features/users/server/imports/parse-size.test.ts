import { expect, test } from "bun:test";
import { parseSize } from "./parse-size";

const mb = 1024 ** 2;
test.each([
  ["5 GB", 5120 * mb],
  ["5GiB", 5120 * mb],
  ["1,5 GB", 1536 * mb],
  ["500M", 500 * mb],
  ["512 mb", 512 * mb],
  ["1T", 1024 ** 4],
  ["1073741824", 1024 * mb],
  ["100 bytes", 100],
  ["lots", null],
  ["", null],
  ["-5 GB", null],
  ["unlimited", null],
  ["1e9", null],
  ["999999999999999 TB", null],
])("the size %p is %p octets", (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

test("a bare number counts in the unit of its column, and a number with a unit in its own", () => {
  expect([parseSize("250", "m"), parseSize("2", "g"), parseSize("2 GB", "m")]).toEqual([
    250 * mb,
    2048 * mb,
    2048 * mb,
  ]);
});
