import { describe, expect, test } from "bun:test";
import type { RecordState } from "../schema";
import { secondsUntilNextCheck } from "./check-schedule";
import { type DomainFacts, type JudgedRecord, judgeDomain } from "./domain-state";

const record = (
  purpose: JudgedRecord["purpose"],
  state: RecordState,
  adviceCode: string | null = null,
): JudgedRecord => ({
  ...{ purpose, state, adviceCode },
  level: purpose === "mx" ? "switch" : "required",
});
const all = (changes: Partial<Record<JudgedRecord["purpose"], RecordState>> = {}): JudgedRecord[] =>
  (["proof", "spf", "dkim", "dmarc", "mx"] as const).map((purpose) => record(purpose, changes[purpose] ?? "match"));
const judge = (facts: Partial<DomainFacts>) =>
  judgeDomain({ state: "active", isProven: true, isApplied: true, records: all(), failures: 0, ...facts });

describe("a domain on its way", () => {
  test.each([
    ["without proof it waits for proof", { isProven: false }, "pending_proof"],
    ["proven but unknown to the engine it is proven", { isApplied: false }, "proven"],
    ["with a record outstanding it is being set up", { records: all({ dkim: "missing" }) }, "setting_up"],
    ["with an inherited policy it is active", { records: all({ dmarc: "match_inherited" }) }, "active"],
    ["before the switch of mail it is active", { records: all({ mx: "stale" }) }, "active"],
  ] as const)("%s", (_, facts, expected) => expect(judge({ state: "setting_up", ...facts })).toBe(expected));
});

describe("a domain that works", () => {
  test.each([
    ["is not touched by silence", { records: all({ spf: "unknown" }) }, "active"],
    ["needs attention at the first definite failure", { records: all({ spf: "missing" }), failures: 1 }, "attention"],
    ["is broken at the third", { records: all({ dkim: "stale" }), failures: 3 }, "broken"],
    ["is never broken by its policy record", { records: all({ dmarc: "missing" }), failures: 9 }, "attention"],
    ["stays broken while nobody answers", { state: "broken", records: all({ spf: "unknown" }), failures: 3 }, "broken"],
    ["recovers when all is well", { state: "broken" }, "active"],
    ["stays suspended whatever DNS says", { state: "suspended" }, "suspended"],
  ] as const)("%s", (_, facts, expected) => expect(judge(facts)).toBe(expected));
});

test("looks are frequent at first, then rarer, and never end", () => {
  const pauses = [0, 29, 30, 35, 36, 107, 108, 500].map((attempts) =>
    secondsUntilNextCheck({ isActive: false, failures: 0, attempts }),
  );
  expect(pauses).toEqual([10, 10, 30, 1800, 3600, 3600, 86_400, 86_400]);
  expect(secondsUntilNextCheck({ isActive: true, failures: 0, attempts: 0 })).toBe(3600);
  expect(secondsUntilNextCheck({ isActive: true, failures: 1, attempts: 1 })).toBe(900);
});
