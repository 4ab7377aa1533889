import { fullLookMs } from "./check-schedule";
import type { WantedRecord } from "./dns/record-set";
import { isWorking } from "./domain-state";
import type { DomainSubject } from "./domain-subject";

/**
 * Which records this look is for: all of them where somebody asked, where something is amiss, and every six hours; otherwise, on the hourly round
 * of a domain that works, those without which mail stops at once.
 */
export function recordsDue(
  { domain, wanted, found }: DomainSubject,
  now: Date,
): { wanted: WantedRecord[]; isPartial: boolean } {
  const all = { wanted, isPartial: false };
  const isRound = domain.nextCheckAt !== null && domain.nextCheckAt <= now;
  const isWell = domain.state === "active" && domain.proofMisses === 0 && domain.proofCheckedAt !== null;
  if (!isRound || !isWell || !isWorking(domain.state)) return all;
  if (wanted.some(({ id }) => found.get(id)?.missedSince)) return all;
  const some = wanted.filter(({ purpose }) => purpose === "mx" || purpose === "dkim");
  const others = wanted.filter((record) => !some.includes(record));
  const dueBefore = now.getTime() - fullLookMs(domain.id);
  const isFresh = others.every(({ id }) => (found.get(id)?.checkedAt?.getTime() ?? 0) > dueBefore);
  return isFresh && some.length > 0 ? { wanted: some, isPartial: true } : all;
}
