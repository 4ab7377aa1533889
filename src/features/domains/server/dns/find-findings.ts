import type { Finding } from "../../schema/findings";
import { findApexAlias } from "./find-apex-alias";
import { findBimi } from "./find-bimi";
import { findCaa } from "./find-caa";
import { findDnssec } from "./find-dnssec";
import { findNullMx } from "./find-null-mx";
import { findOldHelpers } from "./find-old-helpers";
import { findOldKeys } from "./find-old-keys";
import { findWildcards } from "./find-wildcards";
import { findWildcardAt, hasWildcard } from "./wildcard";
import type { RecordType } from "./dns-answer";
import type { Comparison } from "./verdict";

const finders = [findApexAlias, findNullMx, findWildcards, findOldHelpers, findOldKeys, findCaa, findBimi, findDnssec];

/** What stands in DNS beyond the wanted records and is worth a word, the worst first. Pure, as `compareRecord`. */
export function findFindings(comparison: Comparison): Finding[] {
  if (comparison.isPartial) return [];
  const found = finders.flatMap((find) => find(comparison));
  if (!hasWildcard(comparison)) return found;
  // A wildcard is told of once, not at every name that it answers for.
  return found.filter(({ record, code }) => {
    if (!record || code === "wildcard" || record.name === comparison.domain) return true;
    return !findWildcardAt(record.name, record.type as RecordType, comparison);
  });
}
