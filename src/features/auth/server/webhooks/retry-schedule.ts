const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** Pauses after the first, second … failed attempt; a little over three days together. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
const maxPause = 24 * hour;

/** After so many attempts a delivery is given up. */
export const maxAttempts = pauses.length + 1;

/**
 * When to try again after `attempts` failed ones; null: never. `spread`, from 0 to 1, moves the pause by up to a tenth both ways, so that what
 * failed together does not come back together. `waitMs` is how long the receiver asked us to wait, which is heeded up to a day.
 */
export function nextAttempt(now: Date, attempts: number, { spread, waitMs = 0 }: { spread: number; waitMs?: number }) {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return null;
  const wanted = Math.max(pause * (0.9 + spread * 0.2), Math.min(waitMs, maxPause));
  return new Date(now.getTime() + wanted);
}
