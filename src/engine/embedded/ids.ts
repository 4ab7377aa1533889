const alphabet = "abcdefghijklmnopqrstuvwxyz792013";
const values = new Map([...alphabet].map((letter, value) => [letter, BigInt(value)]));

/** Writes a number the way Stalwart writes ids: base 32, most significant digit first, no leading zeros (0 is `a`, 32 is `ba`). */
export function encodeId(id: number | bigint): string {
  let rest = BigInt(id);
  let text = "";
  do {
    text = alphabet[Number(rest & 31n)] + text;
    rest >>= 5n;
  } while (rest > 0n);
  return text;
}

/** The number behind an id, or `null` when the text is no id or does not fit a safe integer. */
export function decodeId(text: string): number | null {
  if (text.length === 0 || text.length > 11) return null;
  let id = 0n;
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) return null;
    id = (id << 5n) | value;
  }
  return id <= BigInt(Number.MAX_SAFE_INTEGER) && encodeId(id) === text ? Number(id) : null;
}
