import { expect, test } from "bun:test";
import { maxAttempts, nextAttempt } from "./retry-schedule";

const start = new Date("2027-01-01T00:00:00Z");
const pauseAfter = (attempts: number, spread = 0.5, waitMs?: number) => {
  const next = nextAttempt(start, attempts, { spread, waitMs });
  return next && (next.getTime() - start.getTime()) / 1000;
};

test("pauses grow from seconds to a day, three days in all, and then it is over", () => {
  const pauses = Array.from({ length: maxAttempts }, (_, at) => pauseAfter(at + 1));
  expect(pauses.slice(0, 4)).toEqual([5, 300, 1800, 7200]);
  expect(pauses.at(-1)).toBeNull();
  const whole = pauses.reduce((sum: number, pause) => sum + (pause ?? 0), 0);
  expect(whole / 86_400).toBeGreaterThan(3);
  expect(whole / 86_400).toBeLessThan(3.5);
});

test("what failed together does not come back together", () => {
  expect([pauseAfter(3, 0), pauseAfter(3, 1)]).toEqual([1620, 1980]);
});

test("a receiver may ask for more time, but for no more than a day", () => {
  expect([pauseAfter(1, 0.5, 60_000), pauseAfter(1, 0.5, 999_999_000), pauseAfter(3, 0.5, 1000)]).toEqual([
    60, 86_400, 1800,
  ]);
});
