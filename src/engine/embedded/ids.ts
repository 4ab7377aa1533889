const alphabet = "abcdefghijklmnopqrstuvwxyz792013";
const digits = new Map([...alphabet].map((letter, value) => [letter, BigInt(value)]));
const largest = 2n ** 64n - 1n;

/** A JMAP id: an unsigned 64-bit number in base 32, most significant digit first, without leading zeros (0 is `a`). */
export function encodeId(value: number | bigint): string {
  let rest = BigInt(value);
  if (rest < 0n || rest > largest) throw new RangeError("An id is an unsigned 64-bit number");
  let text = "";
  do {
    text = alphabet[Number(rest & 31n)] + text;
    rest >>= 5n;
  } while (rest > 0n);
  return text;
}

/** The number behind an id; `null` when the text is none. The empty text is 0, as in Stalwart. */
export function decodeId(text: string): bigint | null {
  if (text.length > 13) return null;
  let value = 0n;
  for (const letter of text) {
    const digit = digits.get(letter);
    if (digit === undefined) return null;
    value = (value << 5n) | digit;
  }
  return value > largest ? null : value;
}

/** The number of the row behind an id; `null` when no row can have it, or when the text is not how that number is written. */
export function rowId(text: string): number | null {
  const id = decodeId(text);
  if (id === null || id > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return encodeId(id) === text ? Number(id) : null;
}
