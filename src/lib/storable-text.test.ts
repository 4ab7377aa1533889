import { expect, test } from "bun:test";
import { findUnstorableText } from "./storable-text";

test("text that the database cannot hold is found wherever it stands", () => {
  expect(findUnstorableText("a\0b")).toBe("");
  expect(findUnstorableText({ company: "Acme", to: ["a@b.example", "\ud800"] })).toBe("to.1");
  expect(findUnstorableText({ deep: { name: "\udc00x" } })).toBe("deep.name");
});

test("whatever people write is let through", () => {
  const said = ["", "Zoë 👩‍👩‍👧", "line\r\nline\ttab", "\u2028", "<!--", "😀"];
  expect(findUnstorableText({ said, number: 1, nothing: null, absent: undefined })).toBeNull();
});

test("a value nested a thousand deep is looked through", () => {
  let value: unknown = "a\0";
  for (let depth = 0; depth < 1000; depth++) value = [value];
  expect(findUnstorableText(value)).toEndWith("0.0.0");
});
