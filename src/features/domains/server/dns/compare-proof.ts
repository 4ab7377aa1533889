import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { cleanTyped, findTypedFault } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

/** Ownership: the token at `_deftmail`, or at the domain itself for providers that refuse names with an underscore. */
export function compareProof(wanted: WantedRecord, comparison: Comparison): Verdict {
  const own = comparison.ask(wanted.name, "TXT");
  if (own.status === "found" && own.records.includes(wanted.value)) return verdict("match", [wanted.value]);
  const apex = comparison.ask(comparison.domain, "TXT");
  if (apex.status === "found" && apex.records.includes(wanted.value)) return verdict("match", [wanted.value]);
  const standing = [
    { name: wanted.name, answer: own },
    { name: comparison.domain, answer: apex },
  ].flatMap(({ name, answer }) =>
    answer.status === "found" ? answer.records.map((value) => ({ name, type: "TXT", value })) : [],
  );
  const typed = standing.find(({ value }) => cleanTyped(value) === wanted.value);
  if (typed) {
    const code = findTypedFault(typed.value) ?? "value_odd_space";
    return verdict("conflict", [typed.value], code, {}, { value: wanted.value, remove: [typed] });
  }
  if (own.status === "unknown" || apex.status === "unknown")
    return notFound(wanted, own.status === "unknown" ? own : apex, comparison);
  const others = standing.filter(({ value }) => cleanTyped(value).startsWith("deftmail-verify="));
  if (others.length > 0) {
    const found = others.map(({ value }) => value);
    return verdict("stale", found, "proof_other", {}, { value: wanted.value, remove: others });
  }
  return notFound(wanted, own, comparison);
}
