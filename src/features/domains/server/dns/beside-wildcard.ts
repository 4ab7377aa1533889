import type { WantedRecord } from "./record-set";
import { type Comparison, type Verdict, verdict } from "./verdict";
import { findWildcardAt, hasWildcard } from "./wildcard";

/**
 * The verdict in the light of a wildcard that may have answered in place of the record: a match is then worth a word, and everything else means that the
 * name has no record of its own, which would take precedence.
 */
export function besideWildcard(wanted: WantedRecord, judged: Verdict, comparison: Comparison): Verdict {
  const { state, found } = judged;
  if (wanted.name === comparison.domain || wanted.purpose === "proof") return judged;
  if (state === "unknown" || state === "match_inherited" || (state === "missing" && found.length === 0)) return judged;
  if (state === "match" && (judged.advice || !hasWildcard(comparison))) return judged;
  const wildcard = findWildcardAt(wanted.name, wanted.type, comparison) ?? findOther(wanted, comparison);
  if (!wildcard) return judged;
  return state === "match"
    ? verdict("match", found, "wildcard_match", { wildcard })
    : verdict("missing", found, "wildcard_answers", { wildcard, found: found.join(", ") });
}

/** An alias may be wanted where a wildcard has addresses. */
const findOther = ({ name, type }: WantedRecord, comparison: Comparison): string | undefined =>
  type === "CNAME" && comparison.ask(name, "CNAME").status === "absent"
    ? findWildcardAt(name, "A", comparison)
    : undefined;
