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
  const records = [own, apex].flatMap((answer) => (answer.status === "found" ? answer.records : []));
  const typed = records.find((text) => cleanTyped(text) === wanted.value);
  if (typed) return verdict("conflict", [typed], findTypedFault(typed) ?? "value_odd_space", { want: wanted.value });
  if (own.status === "unknown" || apex.status === "unknown")
    return notFound(wanted, own.status === "unknown" ? own : apex, comparison);
  const others = records.filter((text) => cleanTyped(text).startsWith("deftmail-verify="));
  if (others.length > 0) return verdict("stale", others, "proof_other", { want: wanted.value });
  return notFound(wanted, own, comparison);
}
