import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { DomainState, type RecordState, RecordState as RecordStates } from "../schema";
import { type DomainFacts, domainMoves, type JudgedRecord, judgeDomain } from "./domain-state";

const purposes = ["proof", "spf", "dkim", "dmarc", "mx", "autoconfig"] as const;
const levelOf = (purpose: JudgedRecord["purpose"]) =>
  purpose === "mx" ? "switch" : purpose === "autoconfig" ? "recommended" : "required";
const all = (changes: Partial<Record<JudgedRecord["purpose"], RecordState>> = {}, lost: string[] = []) =>
  purposes.map((purpose): JudgedRecord => {
    const isLost = lost.includes(purpose);
    return { purpose, level: levelOf(purpose), state: changes[purpose] ?? (isLost ? "missing" : "match"), isLost };
  });
const judge = (facts: Partial<DomainFacts>) =>
  judgeDomain({
    ...{ state: "active", isProven: true, isProofLost: false, isApplied: true, isSigning: true, records: all() },
    ...facts,
  });

describe("a domain on its way", () => {
  test.each([
    ["without proof it waits for proof", { state: "pending_proof", isProven: false }, "pending_proof"],
    ["proven, it is first of all proven", { state: "pending_proof" }, "proven"],
    ["proven but unknown to the engine it stays proven", { state: "proven", isApplied: false }, "proven"],
    [
      "its proof taken back before anything was made of it, it waits again",
      { state: "proven", isProven: false },
      "pending_proof",
    ],
    ["with all records there but a key that does not sign yet it is being set up", { isSigning: false }, "setting_up"],
    ["with a record outstanding it is being set up", { records: all({ dkim: "missing" }) }, "setting_up"],
    ["with an inherited policy it is active", { records: all({ dmarc: "match_inherited" }) }, "active"],
    [
      "with a record that its owner does not want to hear of it is active",
      { records: all({ dmarc: "ignored" }) },
      "active",
    ],
    ["before the switch of mail it is active", { records: all({ mx: "stale" }) }, "active"],
  ] as const)("%s", (_, facts, expected) => expect(judge({ state: "setting_up", ...facts })).toBe(expected));
});

describe("a domain that works", () => {
  test.each([
    ["is not touched by silence", { records: all({ spf: "unknown" }) }, "active"],
    [
      "is not touched by what has not been gone for long",
      { records: all({ spf: "missing", mx: "conflict" }) },
      "active",
    ],
    ["is broken without its mail exchanger", { records: all({}, ["mx"]) }, "broken"],
    ["is broken without its key", { records: all({}, ["dkim", "dmarc"]) }, "broken"],
    ["needs attention without its policy", { records: all({}, ["dmarc"]) }, "attention"],
    ["needs attention when help for programs is gone", { records: all({}, ["autoconfig"]) }, "attention"],
    ["recovers when all is well", { state: "broken" }, "active"],
    ["is worse off without proof than without records", { isProofLost: true, records: all({}, ["mx"]) }, "proof_lost"],
    ["stays suspended whatever DNS says", { state: "suspended" }, "suspended"],
  ] as const)("%s", (_, facts, expected) => expect(judge(facts)).toBe(expected));
});

const facts = fc.record({
  state: fc.constantFrom(...DomainState.options),
  isProven: fc.boolean(),
  isProofLost: fc.boolean(),
  isApplied: fc.boolean(),
  isSigning: fc.boolean(),
  records: fc.array(
    fc
      .record({
        purpose: fc.constantFrom(...purposes),
        state: fc.constantFrom(...RecordStates.options),
        isLost: fc.boolean(),
      })
      .map((record) => ({ ...record, level: levelOf(record.purpose) }) as JudgedRecord),
  ),
});

test("no facts whatever move a domain along a way that is not listed", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const moves: readonly DomainState[] = [given.state, ...domainMoves[given.state]];
      expect(moves).toContain(judgeDomain(given));
    }),
    { numRuns: 3000 },
  );
});

test("records that gave no answer never make a domain worse", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const silent = given.records.map((record) => ({ ...record, state: "unknown" as const, isLost: false }));
      const after = judgeDomain({ ...given, state: "active", isProofLost: false, records: silent });
      expect(after).toBe("active");
    }),
  );
});
