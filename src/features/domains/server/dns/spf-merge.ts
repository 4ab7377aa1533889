import { parseSpf, type SpfTerm } from "./spf-record";
import { repairSpf } from "./spf-repair";
import type { SpfTree } from "./spf-tree";

const strictness = ["+", "?", "~", "-"];
const maxVoids = 2;
const isModifier = ({ name }: SpfTerm) => name.endsWith("=");

/**
 * One record out of all that stand there, with our terms in front. The softest `all` wins, and none at all counts as `?all`: nobody's policy is
 * made stricter behind their back. Typing mistakes are mended where it is clear what was meant.
 */
export function mergeSpf(records: string[], ours: string[], without: ReadonlySet<string> = new Set()): string {
  const parsed = records.map((text) => withoutDeadRedirect(parseSpf(repairSpf(text)).terms));
  const terms = parsed.flat();
  const ends = parsed.map((list) => list.find(({ name }) => name === "all" || name === "redirect="));
  const redirects = terms.filter(({ name }) => name === "redirect=");
  const keepsRedirect = records.length === 1 && ends[0]?.name === "redirect=";
  const mechanisms = terms
    .filter((term) => term.name !== "all" && !isModifier(term) && !isOurTerm(term, ours) && !without.has(term.text))
    .map(({ text }) => text);
  const kept = keepsRedirect
    ? []
    : redirects.filter(({ text }) => !without.has(text)).map(({ value }) => `include:${value}`);
  const softest = Math.min(...ends.map((end) => strictness.indexOf(end?.name === "all" ? end.qualifier : "?")));
  const all = keepsRedirect ? [] : [`${strictness[softest]?.replace("+", "") ?? "~"}all`];
  const known = new Set<string>();
  const modifiers = terms.filter((term) => {
    const isRepeated = known.has(term.name);
    if (isModifier(term)) known.add(term.name);
    return isModifier(term) && !isRepeated && (term.name !== "redirect=" || keepsRedirect);
  });
  const added = kept.filter((term) => !ours.includes(term.toLowerCase()));
  return unique(["v=spf1", ...ours, ...mechanisms, ...added, ...all, ...modifiers.map(({ text }) => text)]).join(" ");
}

/** Nobody follows a redirect beside `all` (RFC 7208 section 6.1). */
const withoutDeadRedirect = (terms: SpfTerm[]) =>
  terms.some(({ name }) => name === "all") ? terms.filter(({ name }) => name !== "redirect=") : terms;

/** The terms of the record itself that make receivers give up on all of it: includes of nothing, and names that lead nowhere once they are too many. */
export function findDeadTerms({ branches, voids }: SpfTree): Set<string> {
  const isDead = (fault: string | undefined) =>
    fault === "no_record" || fault === "loop" || (fault === "void" && voids.length > maxVoids);
  return new Set(branches.flatMap(({ term, fault }) => (isDead(fault) ? [term] : [])));
}

const isOurTerm = ({ text }: SpfTerm, ours: string[]) =>
  ours.includes(
    text
      .toLowerCase()
      .replace(/^[-+?~]/, "")
      .replace(/\.$/, ""),
  );

function unique(words: string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = word.toLowerCase().replace(/^\+/, "");
    return !seen.has(key) && seen.add(key);
  });
}
