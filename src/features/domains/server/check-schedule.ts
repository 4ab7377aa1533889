/** Pauses in seconds while somebody is probably at their DNS provider: every ten seconds for five minutes, then slower, hourly for three days, then daily. */
const settingUp = [
  ...Array.from({ length: 30 }, () => 10),
  ...[30, 60, 120, 300, 600, 1800],
  ...Array.from({ length: 72 }, () => 3600),
];
const daily = 86_400;
const hourly = 3600;
const afterFailure = 900;

/** Seconds until the next look at a domain's DNS; `attempts` counts the looks since the claim or the proof. */
export function secondsUntilNextCheck({
  isActive,
  failures,
  attempts,
}: {
  isActive: boolean;
  failures: number;
  attempts: number;
}): number {
  if (!isActive) return settingUp[attempts] ?? daily;
  return failures > 0 ? afterFailure : hourly;
}
