import type { Advice, Fix, RecordState } from "../schema";
import type { Verdict } from "./dns/verdict";

export type LastVerdict = {
  state: RecordState;
  found: string[];
  advice: { code: string; vars: Record<string, string> } | null;
  fix: Fix | null;
  foundTtlSeconds: number | null;
  misses: number;
  missedSince: Date | null;
};
export type SettledVerdict = {
  state: RecordState;
  found: string[];
  advice: Advice | null;
  fix?: Fix | null;
  ttlSeconds?: number | null;
  misses: number;
  missedSince: Date | null;
};

const isKnown = (state: RecordState) => state !== "unknown" && state !== "not_checked";
const isGood = (state: RecordState) => state === "match" || state === "match_inherited";

/**
 * A new verdict in the light of the last one: what could not be asked keeps its last good word, and an MX that stops pointing here after it did is a loss,
 * not a switch that is still to come. A record that was good and is gone is counted, look by look, until it is good again; so is mail that is split
 * or refused although nothing was here before.
 */
export function settleVerdict(
  recordId: string,
  next: Verdict,
  last: LastVerdict | undefined,
  now: Date,
): SettledVerdict {
  const count = { misses: last?.misses ?? 0, missedSince: last?.missedSince ?? null };
  if (next.state === "unknown") {
    if (!last || !isKnown(last.state)) return { ...next, ...count };
    return {
      state: last.state,
      found: last.found,
      fix: last.fix,
      ttlSeconds: last.foundTtlSeconds,
      advice: isGood(last.state) ? next.advice : (last.advice as Advice | null),
      ...count,
    };
  }
  if (isGood(next.state)) return { ...next, misses: 0, missedSince: null };
  const isMx = recordId.startsWith("mx.");
  const wasGood = last !== undefined && isGood(last.state);
  const isLoss = wasGood || count.misses > 0 || (isMx && next.state === "conflict");
  const counted = isLoss ? { misses: count.misses + 1, missedSince: count.missedSince ?? now } : count;
  const isGone = next.state === "missing" || next.state === "stale";
  if (isMx && isGone && (wasGood || last?.advice?.code === "mx_lost"))
    return { ...next, ...counted, advice: { code: "mx_lost", vars: { found: next.found.join(", ") || "–" } } };
  // Split mail that has become mail elsewhere was never here: that is a switch that is still to come.
  if (isMx && isGone && last?.advice?.code !== "mx_lost") return { ...next, misses: 0, missedSince: null };
  return { ...next, ...counted };
}
