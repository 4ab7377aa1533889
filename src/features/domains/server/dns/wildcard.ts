import type { DnsAnswer, RecordType } from "./dns-answer";
import type { Comparison } from "./verdict";

/** A label that nobody publishes: another one for each domain, always the same within a check. */
const probeLabel = (domain: string): string => `x${Bun.hash(domain).toString(36)}`;

const isNoSuchName = (answer: DnsAnswer) => answer.status === "absent" && answer.reason === "ENOTFOUND";

const parentOf = (name: string): string => name.slice(name.indexOf(".") + 1);

type Shown = { records: string[]; aliases: string[] };

function shownAt(name: string, type: RecordType, { ask }: Comparison): Shown {
  const answer = ask(name, type);
  if (answer.status === "unknown") return { records: [], aliases: [] };
  return { records: answer.status === "found" ? answer.records : [], aliases: answer.aliases };
}

/**
 * Whether names directly below the domain exist that nobody published. One question for all types, since a name without a wildcard does not exist at
 * all (RFC 4592).
 */
export function hasWildcard(comparison: Comparison): boolean {
  const probe = comparison.ask(`${probeLabel(comparison.domain)}.${comparison.domain}`, "A");
  // An alias that leads to a name that does not exist ends in "no such name" too.
  return probe.status !== "unknown" && (probe.aliases.length > 0 || !isNoSuchName(probe));
}

/** What a name beside `name` shows that nobody published. */
export const besideName = (name: string, type: RecordType, comparison: Comparison): Shown =>
  shownAt(`${probeLabel(comparison.domain)}.${parentOf(name)}`, type, comparison);

/**
 * The wildcard that answers for `name`, where a random name beside it shows the very same; names that exist, also as a step on the way to others, are out of
 * a wildcard's reach.
 */
export function findWildcardAt(name: string, type: RecordType, comparison: Comparison): string | undefined {
  const here = shownAt(name, type, comparison);
  if (here.records.length + here.aliases.length === 0) return undefined;
  const beside = besideName(name, type, comparison);
  const isSame = String(here.records.toSorted()) === String(beside.records.toSorted());
  if (!isSame || String(here.aliases) !== String(beside.aliases)) return undefined;
  const parent = parentOf(name);
  return `*.${hasWildcard(comparison) && parent.endsWith(`.${comparison.domain}`) ? comparison.domain : parent}`;
}
