import { isIPv4, isIPv6 } from "node:net";
import { parseSpf } from "./spf-record";

const names = ["include", "redirect", "exists", "all", "ip4", "ip6", "mx", "ptr", "exp", "a"];

/** Legal, since unknown modifiers are skipped, but never meant. */
const mechanismAsModifier = /^(?:include|exists|ip[46]|a|mx)=/i;

/** Edits that turn one word into the other, two neighbours changing places counted as one. */
function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped);
    }
  }
  return at(from.length, to.length);
}

function repairTerm(term: string): string {
  const bare = term.replaceAll(/^["',;]+|["',;]+$/g, "");
  if (isIPv4(bare) || isIPv6(bare)) return `${isIPv4(bare) ? "ip4" : "ip6"}:${bare}`;
  const [, qualifier = "", name = "", rest = ""] = /^([-+?~]?)([a-z]+\d?)[:=]?(.*)$/i.exec(bare) ?? [];
  const network = rest.replace(/\/\d+$/, "");
  if (/^ip\d?$/i.test(name) && isIPv4(network)) return `${qualifier}ip4:${rest}`;
  if (/^ip\d?$/i.test(name) && isIPv6(network)) return `${qualifier}ip6:${rest}`;
  const meant =
    names.find(
      (known) =>
        known.length > 2 &&
        name.length > 1 &&
        name.length < 12 &&
        distance(name.toLowerCase(), known) <= (known.length > 4 ? 2 : 1),
    ) ?? name;
  return `${qualifier}${meant}${rest ? (/^(?:redirect|exp)$/.test(meant) ? "=" : ":") : ""}${rest}`;
}

/** The record with its typing mistakes mended where it is clear what was meant; what stays unclear is left as it is. */
export function repairSpf(text: string): string {
  const [version = "v=spf1", ...words] = text
    .replaceAll(/\b(include|ip4|ip6|redirect|a|mx|exists)([:=]) +(?=\S)/gi, "$1$2")
    .split(" ");
  const { faults } = parseSpf([version, ...words].join(" "));
  const isMistaken = (word: string) => faults.includes(word) || mechanismAsModifier.test(word);
  return [version, ...words.map((word) => (isMistaken(word) ? repairTerm(word) : word))].filter(Boolean).join(" ");
}
