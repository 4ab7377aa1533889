import { expect, test } from "bun:test";
import fc from "fast-check";
import { fullLookMs, secondsUntilNextCheck, shareOf } from "./check-schedule";

const now = new Date("2026-11-22T12:00:00Z");
const domainId = "0192f2f0-0000-7000-8000-000000000001";
const next = (rest: Partial<Parameters<typeof secondsUntilNextCheck>[0]>) =>
  secondsUntilNextCheck({ ...{ domainId, state: "pending_proof", attempts: 0, missedSince: null, now }, ...rest });
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test("looks are frequent at first, then rarer, and never end", () => {
  expect([0, 29, 30, 31, 35].map((attempts) => next({ attempts }))).toEqual([10, 10, 30, 60, 1800]);
  for (const attempts of [36, 107]) expect(Math.abs(next({ attempts }) - 3600)).toBeLessThanOrEqual(360);
  for (const attempts of [108, 5000]) expect(Math.abs(next({ attempts }) - 86_400)).toBeLessThanOrEqual(8640);
});

test("a domain that works is looked at about once an hour, and soon again when something is gone", () => {
  expect(Math.abs(next({ state: "active" }) - 3600)).toBeLessThanOrEqual(360);
  expect(Math.abs(next({ state: "active", missedSince: hoursAgo(1) }) - 900)).toBeLessThanOrEqual(90);
  expect(Math.abs(next({ state: "broken", missedSince: hoursAgo(100) }) - 3600)).toBeLessThanOrEqual(360);
});

test("many domains do not come at the same moment, and each comes as before after a restart", () => {
  const ids = Array.from({ length: 1000 }, () => Bun.randomUUIDv7());
  const pauses = ids.map((id) => next({ domainId: id, state: "active" }));
  expect(pauses).toEqual(ids.map((id) => next({ domainId: id, state: "active" })));
  const tenths = Map.groupBy(ids, (id) => Math.floor(shareOf(id) * 10));
  for (const some of tenths.values()) expect(some.length).toBeGreaterThan(50);
  fc.assert(fc.property(fc.uuid(), (id) => Math.abs(fullLookMs(id) - 6 * 3_600_000) <= 0.6 * 3_600_000 + 1000));
});
