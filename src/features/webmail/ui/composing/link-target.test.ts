import { expect, test } from "bun:test";
import { linkTarget } from "./link-target";

test.each([
  ["https://example.org/a?b#c", "https://example.org/a?b#c"],
  [" example.org ", "https://example.org/"],
  ["example.org:8080/x", "https://example.org:8080/x"],
  ["ada@example.org", "mailto:ada@example.org"],
  ["mailto:ada@example.org?subject=x", "mailto:ada@example.org?subject=x"],
  ["tel:+49301234", "tel:+49301234"],
])("%p leads to %p", (typed, target) => expect(linkTarget(typed)).toBe(target));

test.each([
  "",
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "two words.org",
  "localhost",
  "http://",
])("%p is no target of a link in a message", (typed) => expect(linkTarget(typed)).toBeUndefined());
