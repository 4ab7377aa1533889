import { expect, test } from "bun:test";
import { attachmentName } from "./attachment-name";

test("a file name cannot leave its folder, hide itself or its end, or break out of a header", () => {
  const hostile = [
    "/etc/passwd",
    "..\\..\\x",
    "../x",
    ".htaccess",
    "a\r\nSet-Cookie: x=1",
    "gpj.\u202Eexe",
    "a\u2028b",
    "a\0.png",
  ];
  for (const name of hostile) expect(attachmentName(name)).not.toMatch(/[\p{Cc}\p{Cf}\u2028/\\]|^\./u);
});

test("a long name of any characters can be written into a header", () => {
  for (const name of ["x".repeat(199) + "😀.pdf", "😀".repeat(300), "\ud800"])
    expect(() => encodeURIComponent(attachmentName(name))).not.toThrow();
});

test("an ordinary name stays as it is", () => {
  for (const name of ["Bericht März 2026.pdf", "写真 (1).jpg", "it's 100% ready.txt"])
    expect(attachmentName(name)).toBe(name);
  expect(attachmentName("")).toBe("attachment");
});
