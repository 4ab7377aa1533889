export type Marked = { text: string; isDifferent: boolean };

/** Words, separators and blanks, each a part of its own. */
const partsOf = (value: string): string[] => value.match(/\s+|[;,=]|[^\s;,=]+/g) ?? [];
const maxParts = 400;

/** `value` in runs, those marked that `other` does not have in this order: the longest common sequence stays plain. */
export function markDifferences(value: string, other: string): Marked[] {
  const parts = partsOf(value);
  const others = partsOf(other);
  if (parts.length * others.length > maxParts ** 2) return [{ text: value, isDifferent: value !== other }];
  const longest = Array.from({ length: parts.length + 1 }, () => new Uint16Array(others.length + 1));
  for (let i = parts.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      longest[i]![j] =
        parts[i] === others[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const runs: Marked[] = [];
  const add = (text: string, isDifferent: boolean) => {
    const last = runs.at(-1);
    if (last?.isDifferent === isDifferent) last.text += text;
    else runs.push({ text, isDifferent });
  };
  for (let i = 0, j = 0; i < parts.length;) {
    if (parts[i] === others[j]) add(parts[i++]!, (j++, false));
    else if (j < others.length && longest[i]![j + 1]! >= longest[i + 1]![j]!) j++;
    else add(parts[i++]!, true);
  }
  return runs;
}
