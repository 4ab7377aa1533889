const longest = 120;

/**
 * What a stranger's DNS server answered, as it may stand in a mail of ours: short, in one line, nothing invisible in it, and no link that a
 * mail program would open.
 */
export function inOneLine(found: string): string {
  const line = found.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return short
    .toWellFormed()
    .replaceAll("://", ": //")
    .replaceAll(/\bwww\./gi, "www .");
}
