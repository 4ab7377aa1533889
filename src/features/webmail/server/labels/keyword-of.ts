/**
 * The keyword that a label's name becomes on messages: readable in other mail programs as far as ASCII goes, and unlike those in `taken`.
 * Names without a Latin letter or digit are numbered.
 */
export function keywordOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  const base = plain || "label";
  if (plain && !taken.has(base)) return base;
  for (let number = plain ? 2 : 1; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
