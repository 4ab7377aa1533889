import { expect, test } from "bun:test";
import { LabelKeyword } from "../../schema/labels";
import { keywordOf } from "./keyword-of";

test.each([
  ["Invoices", "invoices"],
  ["Größe & Maß 2026", "grosse-mass-2026"],
  ["  École  ", "ecole"],
  ["$seen", "seen"],
  ["請求書", "label-1"],
  ["--", "label-1"],
])("a label called %p stands on messages as %p", (name, keyword) => {
  expect(keywordOf(name, new Set())).toBe(keyword);
});

test("two names never become one keyword", () => {
  const taken = new Set<string>();
  for (const name of ["A b", "a-b", "A B!", "請求書", "領収書", "x".repeat(60), `${"x".repeat(59)}y`])
    taken.add(keywordOf(name, taken));
  expect([taken.size, [...taken].every((keyword) => LabelKeyword.safeParse(keyword).success)]).toEqual([7, true]);
});
