import type { DomainState, RecordState } from "../schema";
import type { RecordLevel, RecordPurpose } from "./dns/record-set";

export type JudgedRecord = {
  purpose: RecordPurpose;
  level: RecordLevel;
  state: RecordState;
  /** It is bad, and has been for as often and as long as it takes to count (`settle-verdicts.ts`). */
  isLost: boolean;
};

export type DomainFacts = {
  state: DomainState;
  isProven: boolean;
  /** The proof that was given once has been gone for so long that it no longer counts (`proof-life.ts`). */
  isProofLost: boolean;
  /** The engine has the domain and its keys. */
  isApplied: boolean;
  /** One of its keys signs: behind an alias that is in place it may still be on its way. */
  isSigning: boolean;
  records: JudgedRecord[];
};

/** Where a domain can go from where it is. Whoever gives it up moves it to `releasing`, from anywhere; nothing leaves that but the row itself. */
export const domainMoves = {
  pending_proof: ["proven", "releasing"],
  proven: ["pending_proof", "setting_up", "active", "proof_lost", "suspended", "releasing"],
  setting_up: ["active", "proof_lost", "suspended", "releasing"],
  active: ["attention", "broken", "proof_lost", "suspended", "releasing"],
  attention: ["active", "broken", "proof_lost", "suspended", "releasing"],
  broken: ["active", "attention", "proof_lost", "suspended", "releasing"],
  proof_lost: ["proven", "setting_up", "active", "attention", "broken", "suspended", "releasing"],
  suspended: ["proven", "releasing"],
  releasing: [],
} as const satisfies Record<DomainState, readonly DomainState[]>;

const isGood = (state: RecordState) => state === "match" || state === "match_inherited" || state === "ignored";
const critical = new Set<RecordPurpose>(["mx", "spf", "dkim"]);
const working = new Set<DomainState>(["active", "attention", "broken"]);

/** A domain in one of these states has been set up once and is watched. */
export const isWorking = (state: DomainState): boolean => working.has(state);

/** The state that follows from what is known. Servers that gave no answer never make a domain worse, and no single look does. */
export function judgeDomain({ state, isProven, isProofLost, isApplied, isSigning, records }: DomainFacts): DomainState {
  if (state === "suspended" || state === "releasing") return state;
  if (state === "pending_proof") return isProven ? "proven" : state;
  if (state === "proven" && !isProven) return "pending_proof";
  if (isProofLost) return "proof_lost";
  if (!isApplied && (state === "proven" || state === "proof_lost")) return "proven";
  const lost = records.filter(({ isLost, purpose }) => isLost && purpose !== "proof");
  if (lost.length > 0 && (isWorking(state) || state === "proof_lost"))
    return lost.some(({ purpose }) => critical.has(purpose)) ? "broken" : "attention";
  if (isWorking(state)) return "active";
  const required = records.filter(({ level, purpose }) => level === "required" && purpose !== "proof");
  return isSigning && required.every((record) => isGood(record.state)) ? "active" : "setting_up";
}
