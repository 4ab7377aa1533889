const dayMs = 86_400_000;
const morningMs = 7 * 3_600_000;

/** The last seven o'clock (UTC) at or before `now`: from then on the summary of that day is due. */
export function lastDigestTime(now: Date): Date {
  const sinceMorning = (now.getTime() - morningMs) % dayMs;
  return new Date(now.getTime() - sinceMorning);
}
