import { expect, test } from "bun:test";
import type { DomainIntent, RecordState } from "../schema";
import type { WantedRecord } from "./dns/record-set";
import { judgeRecords } from "./judge-records";

const now = new Date("2026-01-02T12:00:00Z");
const wanted = (purpose: WantedRecord["purpose"], level: WantedRecord["level"]): WantedRecord => ({
  ...{ id: purpose, purpose, level, shortName: "@", name: "acme.test", type: "TXT", value: "x", ttlSeconds: 3600 },
});
const mx = wanted("mx", "switch");
const spf = wanted("spf", "required");
const dmarc = wanted("dmarc", "required");

type Seen = { misses?: number; minutes?: number; state?: RecordState; ignoredAt?: Date; intent?: DomainIntent };
const judge = (record: WantedRecord, { misses = 3, minutes = 30, state = "missing", ignoredAt, intent }: Seen) => {
  const missedSince = misses > 0 ? new Date(now.getTime() - minutes * 60_000) : null;
  const [judged] = judgeRecords([record], () => ({ state, misses, missedSince, ignoredAt }), {
    intent: intent ?? null,
    now,
  });
  return judged!;
};

test.each([
  ["mail after three looks over half an hour", mx, { misses: 3, minutes: 30 }, true],
  ["not after two looks, however far apart", mx, { misses: 2, minutes: 3000 }, false],
  ["not after many looks within minutes", mx, { misses: 50, minutes: 29 }, false],
  ["other records after three looks over a day", spf, { misses: 3, minutes: 1440 }, true],
  ["other records not before", spf, { misses: 90, minutes: 1439 }, false],
  ["nothing that is there again", spf, { misses: 3, minutes: 9999, state: "match" }, false],
  ["no mail for a domain that only sends", mx, { intent: "send_only" }, false],
] as const)("a record counts as lost: %s", (_, record, seen, expected) =>
  expect(judge(record, seen).isLost).toBe(expected),
);

test("what its owner does not want to hear of counts as done, but not what a domain cannot do without", () => {
  const ignored = { misses: 3, minutes: 9999, ignoredAt: now };
  expect(judge(dmarc, ignored)).toMatchObject({ state: "ignored", isLost: false });
  expect(judge(spf, ignored)).toMatchObject({ state: "missing", isLost: true });
});
