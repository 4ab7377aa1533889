import { expect, test } from "bun:test";
import { mailFrameHeaders } from "./mail-frame";
import { printFrameHeaders } from "./print-frame";

test("a message that is printed may do no more than one that is read, but for printing", () => {
  const policyOf = (headers: Readonly<Record<string, string>>) => headers["content-security-policy"]!.split("; ");
  const [read, printed] = [policyOf(mailFrameHeaders), policyOf(printFrameHeaders)];
  expect(printed.slice(0, -1)).toEqual(read.slice(0, -1));
  expect(printed.at(-1)).toBe("sandbox allow-same-origin allow-modals");
});
