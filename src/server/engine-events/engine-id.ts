const alphabet = "abcdefghijklmnopqrstuvwxyz792013";
const largest = 2n ** 64n - 1n;

/** Writes a number of the mail server's events as the id that its JMAP objects have: base 32, most significant digit first. Null for what is no such number. */
export function engineId(value: unknown): string | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  if (!/^\d{1,20}$/.test(String(value))) return null;
  let rest = BigInt(value);
  if (rest > largest) return null;
  let text = "";
  do {
    text = alphabet[Number(rest % 32n)] + text;
    rest /= 32n;
  } while (rest > 0n);
  return text;
}
