/** After so long without anything more, what waits is told … */
export const quietForMs = 2 * 60_000;
/** … and after so long in any case. */
export const longestWaitMs = 10 * 60_000;

/** Whether what waits should be told now; milliseconds of quiet, or of waiting, have gone by. False when nothing waits. */
export function isWindowOver(waiting: { createdAt: Date }[], now: Date): boolean {
  const ages = waiting.map(({ createdAt }) => now.getTime() - createdAt.getTime());
  return ages.length > 0 && (Math.min(...ages) >= quietForMs || Math.max(...ages) >= longestWaitMs);
}
