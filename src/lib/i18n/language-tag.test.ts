import { expect, test } from "bun:test";
import { languageTag } from "./language-tag";

test.each([
  ["en-GB", "en-GB"],
  ["en-US@posix", "en-US"],
  ["en", "en"],
  ["de-DE", "en"],
  ["en-Latn-US", "en"],
  ["", "en"],
  ["C", "en"],
])("on a page in English a browser that says %p has its times written as in %p", (own, tag) => {
  expect(languageTag(own)).toBe(tag);
  expect(() => new Intl.DateTimeFormat(languageTag(own))).not.toThrow();
});
