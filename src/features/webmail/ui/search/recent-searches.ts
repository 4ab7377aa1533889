const mostKept = 8;

const keyOf = (address: string) => `deftmail.searches.${address}`;

/** Searches of this mailbox in this browser, the last one first. A browser that keeps nothing has none. */
export function recentSearches(address: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(address)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

const write = (address: string, searches: readonly string[]) => {
  try {
    if (searches.length > 0) localStorage.setItem(keyOf(address), JSON.stringify(searches));
    else localStorage.removeItem(keyOf(address));
  } catch {
    // Full or forbidden: it is a comfort only.
  }
};

/** Remembers a search that led somewhere; what was typed on the way to it is forgotten. */
export function rememberSearch(address: string, query: string): void {
  const given = query.trim();
  if (!given) return;
  const others = recentSearches(address).filter((other) => other !== given && !given.startsWith(other));
  write(address, [given, ...others].slice(0, mostKept));
}

export const forgetSearches = (address: string): void => write(address, []);
