import { expect, test } from "bun:test";
import { daysLeft } from "./days-left";

test("days are counted down to the one on which a deleted user is erased", () => {
  const at = (days: number) =>
    daysLeft("2026-01-01T00:00:00.000Z", Date.parse("2026-01-01T00:00:00Z") + days * 86_400_000);
  expect([0, 0.5, 1, 29.5, 30, 40].map(at)).toEqual([30, 29, 29, 0, 0, 0]);
});
