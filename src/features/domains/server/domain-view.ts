import type { Ctx } from "~/server/context";
import { toDisplayName } from "~/lib/domain-name";
import type { Application, DomainRecord, DomainSummary, RecordState } from "../schema";
import type { DomainRow, DomainSubject } from "./domain-subject";

/** Worst first. */
const severity: RecordState[] = [
  "conflict",
  "missing",
  "stale",
  "unknown",
  "not_checked",
  "match_inherited",
  "match",
  "ignored",
];
const isDone = (state: RecordState) => state === "match" || state === "match_inherited" || state === "ignored";

function applicationOf({ provenAt, revision, appliedRevision, applyError }: DomainRow): Application {
  if (!provenAt) return "none";
  if (appliedRevision >= revision) return "applied";
  return applyError ? "failed" : "pending";
}

/** Each wanted record with its last verdict. */
export const recordsOf = ({ wanted, found }: DomainSubject): DomainRecord[] =>
  wanted.map(({ key: _, ...record }) => {
    const last = found.get(record.id);
    return {
      ...record,
      state: last?.ignoredAt ? "ignored" : (last?.state ?? "not_checked"),
      found: last?.found ?? [],
      advice: (last?.advice ?? null) as DomainRecord["advice"],
      fix: last?.fix ?? null,
      foundTtlSeconds: last?.foundTtlSeconds ?? null,
      checkedAt: last?.checkedAt?.toISOString() ?? null,
    };
  });

/** What a list shows of a domain. */
export function summarise(subject: DomainSubject): DomainSummary {
  const { id, name, state, note, createdAt } = subject.domain;
  const records = recordsOf(subject);
  const required = records.filter(({ level }) => level === "required");
  // Mail that came here and goes elsewhere now is no switch that is still to come.
  const mailStates = records
    .filter(({ purpose }) => purpose === "mx")
    .map((record) => (record.advice?.code === "mx_lost" && record.state !== "ignored" ? "conflict" : record.state));
  return {
    ...{ id, name, displayName: toDisplayName(name), state, application: applicationOf(subject.domain) },
    requiredDone: required.filter((record) => isDone(record.state)).length,
    requiredTotal: required.length,
    // A domain that only sends has none, and misses nothing.
    mailFlow:
      mailStates.length === 0 ? "ignored" : (severity.find((worst) => mailStates.includes(worst)) ?? "not_checked"),
    note,
    createdAt: createdAt.toISOString(),
  };
}

/** Only names that the trial's own zone server answers for can be published from the panel. */
export const canPublishInTrial = (ctx: Ctx, name: string): boolean =>
  ctx.platform.trialZone !== null && name.endsWith(".test");
