import type { Advice, Fix, RecordState } from "../schema";
import type { Verdict } from "./dns/verdict";

export type LastVerdict = {
  state: RecordState;
  found: string[];
  advice: { code: string; vars: Record<string, string> } | null;
  fix: Fix | null;
  foundTtlSeconds: number | null;
};
export type SettledVerdict = {
  state: RecordState;
  found: string[];
  advice: Advice | null;
  fix?: Fix | null;
  ttlSeconds?: number | null;
};

const isKnown = (state: RecordState) => state !== "unknown" && state !== "not_checked";

/**
 * A new verdict in the light of the last one: what could not be asked keeps its last good word, and an MX that stops pointing here after it did is a loss,
 * not a switch that is still to come.
 */
export function settleVerdict(recordId: string, next: Verdict, last: LastVerdict | undefined): SettledVerdict {
  if (next.state === "unknown" && last && isKnown(last.state)) {
    return {
      state: last.state,
      found: last.found,
      fix: last.fix,
      ttlSeconds: last.foundTtlSeconds,
      advice: last.state === "match" ? next.advice : (last.advice as Advice | null),
    };
  }
  const isMx = recordId.startsWith("mx.");
  const cameHere = last?.state === "match" || last?.advice?.code === "mx_lost";
  if (isMx && cameHere && (next.state === "missing" || next.state === "stale")) {
    return { ...next, advice: { code: "mx_lost", vars: { found: next.found.join(", ") || "–" } } };
  }
  return next;
}
