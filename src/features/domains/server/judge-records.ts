import type { DomainIntent, RecordState } from "../schema";
import type { RecordPurpose, WantedRecord } from "./dns/record-set";
import type { JudgedRecord } from "./domain-state";
import { canIgnore } from "./ignore-record";

type Seen = { state: RecordState; misses: number; missedSince: Date | null };

const missesThatCount = 3;
const halfHourMs = 30 * 60_000;
const dayMs = 24 * 3_600_000;

/** How long a record has to be gone before that counts: what stops mail at once counts soon. */
const patienceMs = (purpose: RecordPurpose): number => (purpose === "mx" || purpose === "dkim" ? halfHourMs : dayMs);

/** It was seen, and is not as it should be. */
export const isBad = (state: RecordState) => state === "missing" || state === "conflict" || state === "stale";

/** Each wanted record as it counts for the state of its domain. Mail is none of the business of a domain that only sends. */
export const judgeRecords = (
  wanted: WantedRecord[],
  seen: (recordId: string) => (Seen & { ignoredAt?: Date | null }) | undefined,
  { intent, now }: { intent: DomainIntent | null; now: Date },
): JudgedRecord[] =>
  wanted.map((record) => {
    const { id, purpose, level } = record;
    const known = seen(id);
    const isIgnored = Boolean(known?.ignoredAt) && canIgnore(record);
    const state = isIgnored ? "ignored" : (known?.state ?? "not_checked");
    const isNeutral = purpose === "mx" && intent === "send_only";
    const goneMs = known?.missedSince ? now.getTime() - known.missedSince.getTime() : 0;
    const counts = (known?.misses ?? 0) >= missesThatCount && goneMs >= patienceMs(purpose);
    return { purpose, level, state, isLost: isBad(state) && counts && !isNeutral };
  });
