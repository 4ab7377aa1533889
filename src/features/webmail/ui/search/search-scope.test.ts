import { expect, test } from "bun:test";
import { chipsOf, chipText, everywhere, inFolder, saysWhere, withoutPart } from "./search-scope";

const chips = (text: string) => chipsOf(text).map(chipText);

test("what narrows a search down can be taken away again, one by one", () => {
  const text = 'from:grace big "old plan" -is:read in:Projects';
  expect(chips(text)).toEqual(["from:grace", "-is:read", "in:Projects"]);
  expect(withoutPart(text, chipsOf(text)[1]!)).toBe('from:grace big "old plan" in:Projects');
  expect(chips("(from:a OR from:b) from:c")).toEqual(["from:c"]);
});

test("where a search looks is known, and can be everywhere", () => {
  expect([saysWhere("plan"), saysWhere("plan -in:trash"), saysWhere("in:trash"), saysWhere("(in:sent OR a)")]).toEqual([
    ...[false, false, true, true],
  ]);
  expect(everywhere("plan in:sent is:read")).toBe("plan is:read in:all");
  expect(everywhere("plan")).toBe("plan in:all");
  expect(inFolder("plan in:all", "Old projects")).toBe('plan in:"Old projects"');
});
