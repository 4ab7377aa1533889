import type { DomainState, RecordState } from "../schema";
import type { RecordLevel, RecordPurpose } from "./dns/record-set";

export type JudgedRecord = {
  purpose: RecordPurpose;
  level: RecordLevel;
  state: RecordState;
  adviceCode: string | null;
};

export type DomainFacts = {
  state: DomainState;
  isProven: boolean;
  /** The engine has the domain and its keys. */
  isApplied: boolean;
  records: JudgedRecord[];
  /** Checks in a row that found something wrong with a domain that worked. */
  failures: number;
};

/** One bad look may be a provider at work; three, spread over half an hour, are not. */
const failuresUntilBroken = 3;

const isGood = (state: RecordState) => state === "match" || state === "match_inherited" || state === "ignored";
const isBad = (state: RecordState) => state === "missing" || state === "conflict" || state === "stale";

/**
 * Records that worked or have to, and definitely do not. That mail still goes to the provider before us is not among them: that is the
 * owner's last step, at a time of their own.
 */
export const failingRecords = (records: JudgedRecord[]): JudgedRecord[] =>
  records.filter(
    ({ purpose, level, state, adviceCode }) =>
      isBad(state) &&
      (level === "required" || (purpose === "mx" && (state === "conflict" || adviceCode === "mx_lost"))),
  );

/** The state that follows from what is known. Servers that gave no answer never make a domain worse. */
export function judgeDomain({ state, isProven, isApplied, records, failures }: DomainFacts): DomainState {
  if (state === "suspended" || state === "releasing") return state;
  if (!isProven) return "pending_proof";
  if (!isApplied) return "proven";
  const required = records.filter(({ level, purpose }) => level === "required" && purpose !== "proof");
  const wasActive = state === "active" || state === "attention" || state === "broken";
  if (!wasActive) return required.every((record) => isGood(record.state)) ? "active" : "setting_up";
  const failing = failingRecords(records);
  if (failing.length === 0) return records.some((record) => record.state === "unknown") ? state : "active";
  const stopsMail = failing.some(({ purpose }) => purpose === "mx" || purpose === "spf" || purpose === "dkim");
  return stopsMail && failures >= failuresUntilBroken ? "broken" : "attention";
}
