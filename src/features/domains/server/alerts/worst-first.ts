import type { AlertKind } from "./settle-alerts";

/** As they are listed. */
const order: AlertKind[] = [
  ...(["frozen", "broken", "proof_lost", "proof_missing", "attention", "name_below", "dkim_waiting"] as const),
  "recovered",
];
/** One mail names so many; of the rest it says how many there are. */
const most = 40;

export type Counts = { domains: number; unwell: number };

/** What a mail tells in full, the worst first, and how many domains all of it is about. */
export function worstFirst<A extends { domainId: string; kind: AlertKind }>(
  alerts: A[],
): { shown: A[]; counts: Counts } {
  const unwell = alerts.filter(({ kind }) => kind !== "recovered");
  const domainsIn = (some: A[]) => new Set(some.map(({ domainId }) => domainId)).size;
  return {
    shown: alerts.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)).slice(0, most),
    counts: { domains: domainsIn(alerts), unwell: domainsIn(unwell) },
  };
}
