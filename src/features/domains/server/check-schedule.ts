import type { DomainState } from "../schema";
import { isWorking } from "./domain-state";

/** Pauses in seconds while somebody is probably at their DNS provider: every ten seconds for five minutes, then slower, hourly for three days, then daily. */
const settingUp = [
  ...Array.from({ length: 30 }, () => 10),
  ...[30, 60, 120, 300, 600, 1800],
  ...Array.from({ length: 72 }, () => 3600),
];
const daily = 86_400;
const hourly = 3600;
const quarter = 900;
/** Trouble that nobody has seen to in three days is looked at like anything else. */
const freshTroubleMs = 3 * daily * 1000;

/** A number from 0 up to 1 that is always the same for one domain, and spread evenly over many. */
export const shareOf = (domainId: string): number => Number(Bun.hash(domainId) % 10_000n) / 10_000;

/** Spreads what would come at the same moment for everybody: up to a tenth sooner or later. */
const jittered = (seconds: number, domainId: string) => Math.round(seconds * (0.9 + 0.2 * shareOf(domainId)));

/** Records that do not stop mail at once are looked at this often, in milliseconds; the others every time. */
export const fullLookMs = (domainId: string): number => jittered(6 * hourly, domainId) * 1000;

/** Seconds until the next look at a domain's DNS; `attempts` counts the looks since the claim or the proof. */
export function secondsUntilNextCheck({
  domainId,
  state,
  attempts,
  missedSince,
  now,
}: {
  domainId: string;
  state: DomainState;
  attempts: number;
  /** Since when the record that has been gone longest is gone; `null` while nothing is. */
  missedSince: Date | null;
  now: Date;
}): number {
  if (state === "suspended" || state === "proof_lost") return jittered(hourly, domainId);
  if (!isWorking(state)) {
    const pause = settingUp[attempts] ?? daily;
    return pause >= hourly ? jittered(pause, domainId) : pause;
  }
  const isFresh = missedSince !== null && now.getTime() - missedSince.getTime() < freshTroubleMs;
  return jittered(isFresh ? quarter : hourly, domainId);
}
