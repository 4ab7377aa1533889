import { expect, test } from "bun:test";
import { parseLocalPart } from "./local-part";

test.each([
  ["ana", "ana"],
  [" Ana.Ruiz ", "ana.ruiz"],
  ["info_2026", "info_2026"],
  ["x-y", "x-y"],
  ["a".repeat(64), "a".repeat(64)],
])("%p becomes the mailbox %p", (typed, name) => expect(parseLocalPart(typed)).toBe(name));

test.each([
  "",
  ".",
  ".ana",
  "ana.",
  "a..b",
  "-ana",
  "ana-",
  "ana+shop",
  "ana ruiz",
  'a"b',
  "a@b",
  "ünal",
  "a".repeat(65),
  "a\nb",
  "a\0b",
])("%p cannot be a mailbox", (typed) => expect(parseLocalPart(typed)).toBeNull());

test("a very long name is judged at once", () => {
  const started = performance.now();
  parseLocalPart(`${".-".repeat(100_000)}!`);
  expect(performance.now() - started).toBeLessThan(500);
});
