/**
 * File names that can lie in one folder of any system: a name that was there before, upper or lower case, gets a number. In order of
 * `names`; each is one that `attachmentName` made.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  /** The next number to try for a name, so that a thousand of the same are not counted up a thousand times. */
  const next = new Map<string, number>();
  return names.map((name) => {
    const key = name.toLowerCase();
    let unique = name;
    for (let number = next.get(key) ?? 2; taken.has(unique.toLowerCase()); number++) {
      unique = numbered(name, number);
      next.set(key, number + 1);
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`;
}
