export type Briefly<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/**
 * Gives what was made for a key again for `keepMs`, and joins those who ask meanwhile: pages that look at the same thing at the same time cost one look.
 * Failures are not kept.
 */
export function createBriefly<T>(keepMs: number, maxKeys = 500): Briefly<T> {
  const made = new Map<string, { value: Promise<T>; until: number }>();
  return (key, make) => {
    const now = performance.now();
    const known = made.get(key);
    if (known && known.until > now) return known.value;
    const entry = { value: make(), until: Infinity };
    made.delete(key);
    made.set(key, entry);
    if (made.size > maxKeys) made.delete(made.keys().next().value ?? "");
    const end = (until: number) => (entry.until = until);
    entry.value.then(
      () => end(performance.now() + keepMs),
      () => end(0),
    );
    return entry.value;
  };
}
