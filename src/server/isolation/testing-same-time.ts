export type Timing = { ratio: number; pairs: number };

const median = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)]!;
const medianOf = (samples: number[]) => median(samples.toSorted((a, b) => a - b));

/**
 * How much longer `one` takes than `other`, as the ratio of medians, over pairs that alternate who is first, so that whatever else the
 * machine does meets both. Measures `pairs` at a time, up to `rounds` times, until the ratio lies within `tolerance`.
 */
export async function compareTimes(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  { pairs = 60, rounds = 6, tolerance = 0.15 } = {},
): Promise<Timing> {
  const [first, second]: [number[], number[]] = [[], []];
  const measure = async (work: () => Promise<unknown>, into: number[]) => {
    const begun = performance.now();
    await work();
    into.push(performance.now() - begun);
  };
  await Promise.all([one(), other()]);
  let ratio = 1;
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < pairs; at++) {
      const both = [() => measure(one, first), () => measure(other, second)];
      for (const work of at % 2 ? both : both.reverse()) await work();
    }
    ratio = medianOf(first) / medianOf(second);
    if (Math.abs(ratio - 1) <= tolerance) break;
  }
  return { ratio, pairs: first.length };
}
