import { expect, test } from "bun:test";
import fc from "fast-check";
import { markDifferences } from "./mark-differences";

const shown = (value: string, other: string) =>
  markDifferences(value, other)
    .map(({ text, isDifferent }) => (isDifferent ? `[${text}]` : text))
    .join("");

test("of two SPF records only the senders that differ are marked", () => {
  const found = "v=spf1 include:old.example ~all";
  const wanted = "v=spf1 include:old.example include:new.example ~all";
  expect(shown(found, wanted)).toBe(found);
  expect(shown(wanted, found)).toBe("v=spf1 include:old.example [include:new.example ]~all");
});

test("a value that is as it should be has no mark, one of another kind is marked as a whole", () => {
  expect(shown("10 mx.example", "10 mx.example")).toBe("10 mx.example");
  expect(shown("abc", "xyz")).toBe("[abc]");
  expect(shown("", "xyz")).toBe("");
});

test("the runs are the value again, whatever it is compared to", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, other) => {
      expect(
        markDifferences(value, other)
          .map(({ text }) => text)
          .join(""),
      ).toBe(value);
    }),
  );
});
