import { notFound } from "./not-found";
import { spfTerms, type WantedRecord } from "./record-set";
import { effectiveTerms, isSpf, mergeSpf, parseSpf } from "./spf-record";
import { walkSpf } from "./spf-tree";
import { cleanTyped, findTypedFault } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

const maxLookups = 10;
const maxVoids = 2;

/** Who may send (RFC 7208): parsed and walked, never compared as text, because a domain's other senders belong into the same record. */
export function compareSpf(wanted: WantedRecord, comparison: Comparison): Verdict {
  const { domain, ask, platform } = comparison;
  const answer = ask(domain, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const ours = spfTerms(platform);
  const records = answer.records.filter(isSpf);
  const typed = answer.records.find((text) => !isSpf(text) && isSpf(cleanTyped(text)));
  const merged = mergeSpf(typed ? [...records, cleanTyped(typed)] : records, ours);
  if (typed)
    return verdict("conflict", [...records, typed], findTypedFault(typed) ?? "value_odd_space", { want: merged });
  const [record] = records;
  if (!record) return verdict("missing", [], "add");
  if (records.length > 1)
    return verdict("conflict", records, "spf_several", { count: String(records.length), want: merged });
  return compareOne(record, merged);

  function compareOne(text: string, want: string): Verdict {
    const { terms, faults } = parseSpf(text);
    if (faults[0]) return verdict("conflict", records, "spf_syntax", { term: faults[0], want: wanted.value });
    const tree = walkSpf(domain, text, ours, ask);
    if (tree.loop) return verdict("conflict", records, "spf_loop", { name: tree.loop });
    if (!tree.ours) {
      if (tree.incomplete) return verdict("unknown", records, "could_not_ask", { reason: "ESERVFAIL" });
      const ignored = terms.slice(effectiveTerms(terms).length).some((term) => ours.includes(term.text.toLowerCase()));
      return ignored
        ? verdict("conflict", records, "spf_after_all", { want })
        : verdict("stale", records, "spf_add_ours", { want });
    }
    const { lookups, voids, broken } = tree;
    if (lookups > maxLookups) return verdict("conflict", records, "spf_too_many", { count: String(lookups) });
    if (broken[0]) return verdict("conflict", records, "spf_broken_include", { name: broken[0] });
    if (voids.length > maxVoids) return verdict("match", records, "spf_void", { names: voids.join(", ") });
    if (terms.some(({ name, qualifier }) => name === "all" && qualifier === "+"))
      return verdict("match", records, "spf_plus_all");
    const alias = answer.status === "found" ? answer.aliases[0] : undefined;
    return alias ? verdict("match", records, "spf_at_alias", { alias }) : verdict("match", records);
  }
}
