import { expect, test } from "bun:test";
import type { RecordState } from "../schema";
import { ageProof, isGraceOver, isProofLost, type ProofStanding } from "./proof-life";

const start = new Date("2026-01-01T00:00:00Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);
const proven: ProofStanding = { proofCheckedAt: start, proofMisses: 0, proofMissedSince: null };
const seen = (looks: [number, RecordState][]) =>
  looks.reduce((standing, [days, state]) => ageProof(standing, state, day(days)), proven);

test("a proof that is gone counts once a week, and is lost at the third look over fourteen days", () => {
  const hourly = Array.from({ length: 24 * 30 }, (_, hour): [number, RecordState] => [hour / 24, "missing"]);
  const until = (days: number) => seen(hourly.filter(([at]) => at <= days));
  expect(until(6)).toEqual(proven);
  expect(until(7)).toMatchObject({ proofMisses: 1, proofMissedSince: day(7) });
  expect(isProofLost(until(20), day(20))).toBe(false);
  expect(isProofLost(until(21), day(21))).toBe(true);
});

test("servers that do not answer lose nobody a proof", () => {
  const silence = Array.from({ length: 100 }, (_, days): [number, RecordState] => [days, "unknown"]);
  expect(seen(silence)).toEqual(proven);
});

test("a proof that is back counts as if it had never been gone", () => {
  const standing = seen([
    [7, "missing"],
    [14, "stale"],
    [15, "match"],
  ]);
  expect(standing).toEqual({ proofCheckedAt: day(15), proofMisses: 0, proofMissedSince: null });
});

test("where somebody else has shown a proof, the first miss counts at once, and the loss comes after fourteen days all the same", () => {
  const asked = ageProof({ ...proven, proofCheckedAt: null }, "stale", day(1));
  expect(asked).toMatchObject({ proofMisses: 1, proofMissedSince: day(1) });
  const twice = ageProof(ageProof(asked, "stale", day(2)), "stale", day(8));
  expect(twice.proofMisses).toBe(2);
  const thrice = ageProof(twice, "stale", day(15));
  expect(isProofLost(thrice, day(15))).toBe(true);
  expect(isGraceOver(thrice, day(44))).toBe(false);
  expect(isGraceOver(thrice, day(45))).toBe(true);
});
