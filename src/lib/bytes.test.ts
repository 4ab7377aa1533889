import { expect, test } from "bun:test";
import { formatBytes } from "./bytes";

test.each([
  [0, "0 bytes"],
  [1023, "1,023 bytes"],
  [1024, "1 kB"],
  [1_288_490_189, "1.2 GB"],
  [5 * 1024 ** 3, "5 GB"],
  [512 * 1024 ** 2, "512 MB"],
  [2 * 1024 ** 5, "2,048 TB"],
])("%p octets read as %p", (bytes, text) => expect(formatBytes(bytes, "en")).toBe(text));

test("numbers follow the reader's language", () => {
  expect(formatBytes(1_288_490_189, "de")).toBe("1,2\u00a0GB");
});
