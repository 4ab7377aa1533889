const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Octets as people read them, in steps of 1024, in the reader's language: `1.2 GB`, `512 MB`, `0 bytes`. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** step;
  const digits = step > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step],
    unitDisplay: step > 0 ? "short" : "long",
    maximumFractionDigits: digits,
  }).format(value);
}
