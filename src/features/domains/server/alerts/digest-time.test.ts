import { expect, test } from "bun:test";
import { lastDigestTime } from "./digest-time";

test.each([
  ["2026-11-22T06:59:59Z", "2026-11-21T07:00:00.000Z"],
  ["2026-11-22T07:00:00Z", "2026-11-22T07:00:00.000Z"],
  ["2026-11-22T23:10:00Z", "2026-11-22T07:00:00.000Z"],
  ["2026-03-01T00:00:00Z", "2026-02-28T07:00:00.000Z"],
])("at %p the last summary was due at %p", (now, due) => {
  expect(lastDigestTime(new Date(now)).toISOString()).toBe(due);
});
