export type SpfTerm = {
  text: string;
  qualifier: string;
  name: string;
  /** After `:` or `=`; empty when none. */ value: string;
};

/** A record that announces itself as SPF (RFC 7208 section 4.5); `v=spf10` does not. */
export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

const mechanisms = new Set(["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"]);
const needsValue = new Set(["include", "ip4", "ip6", "exists"]);

/** The terms of a record that `isSpf`, in order, and those that RFC 7208 section 12 does not know: one of these voids the whole record. */
export function parseSpf(text: string): { terms: SpfTerm[]; faults: string[] } {
  const terms: SpfTerm[] = [];
  const faults: string[] = [];
  for (const term of text.split(" ").slice(1).filter(Boolean)) {
    const mechanism = /^([-+?~]?)([a-z][a-z0-9]*)(?::([\x21-\x7e]+))?((?:\/\d{1,2})?(?:\/\/?\d{1,3})?)$/i.exec(term);
    const modifier = /^([a-z][a-z0-9_.-]*)=([\x21-\x7e]*)$/i.exec(term);
    if (modifier) {
      terms.push({ text: term, qualifier: "", name: `${modifier[1]?.toLowerCase()}=`, value: modifier[2] ?? "" });
      continue;
    }
    const name = mechanism?.[2]?.toLowerCase() ?? "";
    const value = mechanism?.[3] ?? "";
    if (!mechanisms.has(name) || (needsValue.has(name) && !value)) faults.push(term);
    else terms.push({ text: term, qualifier: mechanism?.[1] || "+", name, value });
  }
  return { terms, faults };
}

/** The terms that are ever looked at: nothing behind `all` is, and `redirect` only without it (RFC 7208 sections 5.1 and 6.1). */
export function effectiveTerms(terms: SpfTerm[]): SpfTerm[] {
  const end = terms.findIndex(({ name }) => name === "all");
  return end < 0 ? terms : terms.slice(0, end + 1);
}

const strictness = ["+", "?", "~", "-"];

/** One record out of all that stand there, with our terms in front. The softest `all` wins: nobody's policy is made stricter behind their back. */
export function mergeSpf(records: string[], ours: string[]): string {
  const terms = records.flatMap((text) => parseSpf(text).terms);
  const all = terms.filter(({ name }) => name === "all").map(({ qualifier }) => strictness.indexOf(qualifier));
  const mechanisms = terms.filter(({ name }) => name !== "all" && !name.endsWith("=")).map(({ text }) => text);
  const modifiers = terms
    .filter(({ name }) => name.endsWith("=") && (all.length === 0 || name !== "redirect="))
    .map(({ text }) => text);
  const end =
    all.length > 0 ? [`${strictness[Math.min(...all)]?.replace("+", "")}all`] : modifiers.length > 0 ? [] : ["~all"];
  return ["v=spf1", ...new Set([...ours, ...mechanisms, ...end, ...modifiers])].join(" ");
}
