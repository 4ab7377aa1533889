const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** How well a label fits what was typed: every word of it is the beginning of one of the label's; undefined when one is not. */
function fit(label: string, words: readonly string[]): number | undefined {
  const parts = fold(label).split(/[^\p{L}\p{N}]+/u);
  let badness = 0;
  for (const word of words) {
    const at = parts.findIndex((part) => part.startsWith(word));
    if (at < 0) return undefined;
    badness += at;
  }
  return badness;
}

/** The entries that fit what was typed, the best first, and otherwise in their order. */
export function rankEntries<T extends { label: string }>(entries: readonly T[], typed: string): T[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return entries
    .flatMap((entry, at) => {
      const badness = fit(entry.label, words);
      return badness === undefined ? [] : { entry, at, badness };
    })
    .sort((one, other) => one.badness - other.badness || one.at - other.at)
    .map(({ entry }) => entry);
}
