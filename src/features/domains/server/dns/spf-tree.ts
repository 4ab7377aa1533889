import { normaliseName } from "./dns-answer";
import { effectiveTerms, isSpf, parseSpf, type SpfTerm } from "./spf-record";
import type { Comparison } from "./verdict";

export type SpfTree = {
  /** Whether our servers may send, directly or through somebody else's include. */
  ours: boolean;
  /** Terms that cost a look-up, over the whole evaluation; more than ten is a permanent error (RFC 7208 section 4.6.4). */
  lookups: number;
  /** Names that answered nothing; more than two is a permanent error. */
  voids: string[];
  /** Included names without exactly one usable record of their own. */
  broken: string[];
  loop?: string;
  /** Some of it could not be asked. */
  incomplete: boolean;
};

const giveUpAfter = 30;
const hostOf = (value: string, domain: string) => normaliseName(value.split("/")[0] || domain);
const isMacro = (value: string) => value.includes("%");

/** Walks the record `text` of `domain` as a receiver would who tries every term. `ourTerms` are taken as good without asking. */
export function walkSpf(domain: string, text: string, ourTerms: string[], ask: Comparison["ask"]): SpfTree {
  const tree: SpfTree = { ours: false, lookups: 0, voids: [], broken: [], incomplete: false };
  const ours = new Set(ourTerms.map((term) => term.toLowerCase()));
  const ourInclude = ourTerms.find((term) => term.startsWith("include:"))?.slice("include:".length);

  const visitors: Record<string, (term: SpfTerm, at: string, path: string[]) => void> = {
    include: (term, _at, path) => follow(term.value, path),
    "redirect=": (term, _at, path) => follow(term.value, path),
    a: (term, at) => probe(hostOf(term.value, at), ["A", "AAAA"]),
    mx: (term, at) => probe(hostOf(term.value, at), ["MX"]),
    exists: (term, at) => probe(hostOf(term.value, at), ["A"]),
    ptr: () => {},
  };

  function visit(at: string, record: string, path: string[]): void {
    const terms = effectiveTerms(parseSpf(record).terms);
    const closed = terms.some(({ name }) => name === "all");
    for (const term of terms) {
      const visitor = visitors[term.name];
      const target = term.name === "redirect=" ? `include:${term.value}` : `${term.name}:${term.value}`;
      if (ours.has(target.toLowerCase().replace(/\/(?:32|128)$/, "")) && term.qualifier !== "-") tree.ours = true;
      if (!visitor || (term.name === "redirect=" && closed) || tree.lookups > giveUpAfter) continue;
      tree.lookups += 1;
      visitor(term, at, path);
    }
  }

  function follow(value: string, path: string[]): void {
    if (isMacro(value)) return;
    const name = normaliseName(value);
    if (path.includes(name)) {
      tree.loop = name;
      return;
    }
    const answer = ask(name, "TXT");
    if (answer.status === "unknown") tree.incomplete = true;
    const records = answer.status === "found" ? answer.records.filter(isSpf) : [];
    if (records.length === 1) return visit(name, records[0] ?? "", [...path, name]);
    if (answer.status !== "unknown" && name !== ourInclude) tree.broken.push(name);
  }

  function probe(name: string, types: ("A" | "AAAA" | "MX")[]): void {
    if (isMacro(name)) return;
    const answers = types.map((type) => ask(name, type).status);
    if (answers.every((status) => status === "absent")) tree.voids.push(name);
    else if (!answers.includes("found")) tree.incomplete = true;
  }

  visit(domain, text, [domain]);
  return tree;
}
