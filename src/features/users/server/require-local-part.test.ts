import { expect, test } from "bun:test";
import { AppError } from "~/lib/errors";
import { requireLocalPart } from "./require-local-part";

test.each([
  ["ana", "ana"],
  [" Ana.Ruiz ", "ana.ruiz"],
  ["ana@acme.test", "ana"],
  ["Ana@ACME.test ", "ana"],
])("%p at acme.test is %p", (typed, name) => expect(requireLocalPart(typed, "acme.test")).toBe(name));

test("the domain behind it may be typed as people read it", () => {
  expect(requireLocalPart("ana@Müller.example", "xn--mller-kva.example")).toBe("ana");
});

test.each(["ana@other.test", "@acme.test", "ana@acme.test@acme.test", "a..b"])("%p is none", (typed) => {
  expect(() => requireLocalPart(typed, "acme.test")).toThrow(AppError);
});

test("an address that is longer than mail can carry is refused", () => {
  const domain = `${"d".repeat(60)}.`.repeat(3) + "test";
  const longest = "a".repeat(254 - domain.length - 1);
  expect(requireLocalPart(longest.slice(0, 64), domain)).toHaveLength(64);
  const long = `${"d".repeat(63)}.`.repeat(3) + "test";
  expect(requireLocalPart("a".repeat(254 - long.length - 1), long)).toHaveLength(254 - long.length - 1);
  expect(() => requireLocalPart("a".repeat(254 - long.length), long)).toThrow(AppError);
});
