import { expect, test } from "bun:test";
import { nextStep, spreadMs } from "./key-life";

const hourMs = 3_600_000;

test("a key waits until nobody can remember what stood there before: three hours at least, a day at most", () => {
  const before = (found: string[], foundTtlSeconds: number | null) => ({ found, foundTtlSeconds });
  expect(spreadMs(undefined)).toBe(3 * hourMs);
  expect(spreadMs(before([], null))).toBe(3 * hourMs);
  expect(spreadMs(before(["v=DKIM1; p=old"], 300))).toBe(3 * hourMs);
  expect(spreadMs(before(["v=DKIM1; p=old"], 36_000))).toBe(10 * hourMs);
  expect(spreadMs(before(["v=DKIM1; p=old"], 604_800))).toBe(24 * hourMs);
  expect(spreadMs(before([], null), { isTrial: true })).toBe(1000);
});

test("every stage of a key has a next step, and a time unless DNS decides", () => {
  const at = new Date("2026-11-22T00:00:00Z");
  const key = { algorithm: "rsa-sha256", publishedAt: null, activatedAt: at, retiringAt: at, retiredAt: at };
  const stepAt = (stage: "pending" | "active" | "retiring" | "retired", more = {}) => {
    const { step, at: when } = nextStep({ ...key, stage, ...more });
    return [step, when?.toISOString().slice(0, 10) ?? null];
  };
  expect(stepAt("pending")).toEqual(["publish", null]);
  expect(stepAt("pending", { publishedAt: at })).toEqual(["sign", "2026-11-22"]);
  expect(stepAt("active")).toEqual(["rotate", "2027-05-21"]);
  expect(stepAt("retiring")).toEqual(["retire", "2026-11-29"]);
  expect(stepAt("retired")).toEqual(["delete", "2026-12-22"]);
});
