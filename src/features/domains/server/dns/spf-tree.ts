import { normaliseName } from "./dns-answer";
import { hasMacro } from "./spf-macro";
import { effectiveTerms, isSpf, parseSpf, type SpfTerm } from "./spf-record";
import type { Comparison } from "./verdict";

/** One term that costs a look-up, with what it costs below itself. */
export type SpfBranch = {
  term: string;
  /** Together with everything below it. */
  lookups: number;
  /** What is wrong with it: nothing stands there, or nothing that can be included. */
  fault?: "void" | "no_record" | "loop";
  branches: SpfBranch[];
};

export type SpfTree = {
  /** Whether our servers are named as good, directly or in somebody else's include. */
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
  branches: SpfBranch[];
};

const giveUpAfter = 30;
const hostOf = (value: string, domain: string) => normaliseName(value || domain);

/** Walks the record `text` of `domain` as a receiver would who tries every term. `ourTerms` are taken as good without asking. */
export function walkSpf(domain: string, text: string, ourTerms: string[], ask: Comparison["ask"]): SpfTree {
  const tree: SpfTree = { ours: false, lookups: 0, voids: [], broken: [], incomplete: false, branches: [] };
  const ours = new Set(ourTerms.map((term) => term.toLowerCase()));
  const ourInclude = ourTerms.find((term) => term.startsWith("include:"))?.slice("include:".length);

  type Visitor = (term: SpfTerm, at: string, path: string[], branch: SpfBranch) => void;
  const visitors: Record<string, Visitor> = {
    include: (term, _at, path, branch) => follow(term.value, path, branch),
    "redirect=": (term, _at, path, branch) => follow(term.value, path, branch),
    a: (term, at, _path, branch) => probe(hostOf(term.value, at), ["A", "AAAA"], branch),
    mx: (term, at, _path, branch) => probe(hostOf(term.value, at), ["MX"], branch),
    exists: (term, at, _path, branch) => probe(hostOf(term.value, at), ["A"], branch),
    ptr: () => {},
  };

  function visit(at: string, record: string, path: string[], branches: SpfBranch[]): void {
    const { terms } = parseSpf(record);
    const closed = terms.some(({ name }) => name === "all");
    for (const term of effectiveTerms(terms)) {
      const visitor = visitors[term.name];
      if (term.name === "redirect=" && closed) continue;
      if (isOurs(term, ours) && (term.qualifier === "+" || term.qualifier === "")) tree.ours = true;
      if (!visitor || tree.lookups > giveUpAfter) continue;
      const branch: SpfBranch = { term: term.text, lookups: 0, branches: [] };
      const before = tree.lookups;
      tree.lookups += 1;
      visitor(term, at, path, branch);
      branches.push({ ...branch, lookups: tree.lookups - before });
    }
  }

  function follow(value: string, path: string[], branch: SpfBranch): void {
    if (hasMacro(value)) return;
    const name = normaliseName(value);
    if (path.includes(name)) {
      tree.loop = name;
      branch.fault = "loop";
      return;
    }
    const answer = ask(name, "TXT");
    if (answer.status === "unknown") tree.incomplete = true;
    const records = answer.status === "found" ? answer.records.filter(isSpf) : [];
    const [record = ""] = records;
    const isUsable = records.length === 1 && parseSpf(record).faults.length === 0;
    if (isUsable) return visit(name, record, [...path, name], branch.branches);
    if (answer.status === "unknown" || name === ourInclude) return;
    tree.broken.push(name);
    branch.fault = "no_record";
  }

  function probe(name: string, types: ("A" | "AAAA" | "MX")[], branch: SpfBranch): void {
    if (hasMacro(name)) return;
    const answers = types.map((type) => ask(name, type).status);
    if (answers.every((status) => status === "absent")) {
      tree.voids.push(name);
      branch.fault = "void";
    } else if (!answers.includes("found")) tree.incomplete = true;
  }

  visit(domain, text, [domain], tree.branches);
  return tree;
}

/** Whether the term names us, whatever it says of us; a redirect to our list is as good as an include, a network of one address as the address. */
export function isOurs({ name, value, text }: SpfTerm, ours: Set<string>): boolean {
  const written = name === "redirect=" ? `include:${value}` : text.replace(/^[-+?~]/, "");
  return ours.has(written.toLowerCase().replace(/\.$|\/(?:32|128)$/, ""));
}

/** The tree as lines, each with what it costs and indented below what includes it. */
export const describeBranches = (branches: SpfBranch[], depth = 0): string =>
  branches
    .map(({ term, lookups, fault, branches: below }) => {
      const line = `${"  ".repeat(depth)}${lookups} ${term}${fault ? " ✗" : ""}`;
      return below.length > 0 ? `${line}\n${describeBranches(below, depth + 1)}` : line;
    })
    .join("\n");

/** The terms of the record itself that cost most, worst first. */
export const nameCostly = (branches: SpfBranch[]): string =>
  branches
    .toSorted((a, b) => b.lookups - a.lookups)
    .slice(0, 3)
    .map(({ term, lookups }) => `${term} (${lookups})`)
    .join(", ");
