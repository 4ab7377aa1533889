import { expect, test } from "bun:test";
import { shortTime } from "./mail-time";

const today = new Date("2026-11-22T17:00:00Z");

test.each([
  ["2026-11-22T08:05:00Z", "8:05"],
  ["2026-11-21T23:30:00Z", "Sat"],
  ["2026-11-16T12:00:00Z", "Mon"],
  ["2026-11-15T12:00:00Z", "15 Nov"],
  ["2025-12-31T12:00:00Z", "31 Dec 2025"],
  ["2026-11-24T12:00:00Z", "24 Nov"],
])("a message of %p is shown as %p", (at, shown) => expect(shortTime(new Date(at), today, "en-GB", "UTC")).toBe(shown));

test("what is today is a matter of the reader's time zone", () => {
  const late = new Date("2026-11-21T23:30:00Z");
  expect(shortTime(late, today, "en-GB", "Europe/Berlin")).toBe("0:30");
  expect(shortTime(late, today, "de", "UTC")).toBe("Sa");
});
