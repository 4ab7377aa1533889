import { expect, test } from "bun:test";
import { parseLocalPart } from "./local-part";

test.each([
  ["ana", "ana"],
  [" Ana.Ruiz ", "ana.ruiz"],
  ["POSTMASTER", "postmaster"],
  ["info_2026", "info_2026"],
  ["_ops", "_ops"],
  ["x-y", "x-y"],
  ["a--b", "a--b"],
  ["a.b.c", "a.b.c"],
  ["4711", "4711"],
  ["a", "a"],
  ["a".repeat(64), "a".repeat(64)],
])("%p becomes the mailbox %p", (typed, name) => expect(parseLocalPart(typed)).toBe(name));

test.each([
  ["nothing", ""],
  ["blanks alone", "   "],
  ["a dot alone", "."],
  ["a dot first", ".ana"],
  ["a dot last", "ana."],
  ["two dots", "a..b"],
  ["a hyphen first", "-ana"],
  ["a hyphen last", "ana-"],
  ["a tag", "ana+shop"],
  ["a blank", "ana ruiz"],
  ["a quoted string", '"ana ruiz"'],
  ["a quoted word", '"ana"'],
  ["a quote", 'a"b'],
  ["an escape", "a\\b"],
  ["a comment", "ana(work)"],
  ["a route", "@relay:ana"],
  ["an @", "a@b"],
  ["a percent sign, once a route", "ana%other.test"],
  ["an exclamation mark, once a route", "host!ana"],
  ["atext that shells read", "a$b"],
  ["a slash", "a/b"],
  ["an umlaut, composed", "\u00fcnal"],
  ["an umlaut, of two", "u\u0308nal"],
  ["another script", "\u0430\u043d\u0430"],
  ["full-width letters", "\uff41\uff4e\uff41"],
  ["the Kelvin sign, which folds to k", "\u212aim"],
  ["a dotted capital I", "\u0130da"],
  ["a zero-width joiner", "a\u200db"],
  ["a character that turns the direction", "a\u202eb"],
  ["65 characters", "a".repeat(65)],
  ["a line break", "a\nb"],
  ["a line break behind which more comes", "ana\r\nRCPT TO:<x>"],
  ["NUL", "a\0b"],
  ["a tab", "a\tb"],
])("%s cannot be a mailbox", (_, typed) => expect(parseLocalPart(typed)).toBeNull());

test("what was read once reads the same again", () => {
  for (const typed of ["Ana.Ruiz", "X-Y_9"]) expect(parseLocalPart(parseLocalPart(typed)!)).toBe(typed.toLowerCase());
});

test("a very long name is judged at once", () => {
  const started = performance.now();
  parseLocalPart(`${".-".repeat(100_000)}!`);
  expect(performance.now() - started).toBeLessThan(500);
});
