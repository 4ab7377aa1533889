const step = 1024;
const powers: Record<string, number> = { "": 0, b: 0, k: 1, m: 2, g: 3, t: 4 };
const pattern = /^(\d{1,15}(?:[.,]\d{1,3})?)\s*([kmgt]?)(?:i?b|bytes?|yte)?$/i;

/**
 * Octets of a size as files say it: `5 GB`, `1,5 GiB`, `500M`, steps of 1024. A bare number counts in `unit`; without one it is octets.
 * `null` when it is no size; `unlimited` and its kind are none.
 */
export function parseSize(text: string, unit: "" | "m" | "g" = ""): number | null {
  const [, amount, letter] = pattern.exec(text.trim()) ?? [];
  if (amount === undefined) return null;
  const power = powers[(letter || unit).toLowerCase()] ?? 0;
  const bytes = Math.round(Number(amount.replace(",", ".")) * step ** power);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
