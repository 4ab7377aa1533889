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

type Finder = (comparison: Comparison) => Finding[];

const finders: Finder[] = [
  ...[findApexAlias, findNullMx, findWildcards, findOldHelpers, findOldKeys, findCaa, findBimi, findDnssec],
];

/** What looks for things that stand in DNS beyond the wanted records and are worth a word, the worst first. Each is pure, as `compareRecord`. */
export const findersFor = ({ isPartial }: Pick<Comparison, "isPartial">): Finder[] => (isPartial ? [] : finders);

/** A wildcard is told of once, not at every name that it answers for. */
export function tidyFindings(found: Finding[], comparison: Comparison): Finding[] {
  if (comparison.isPartial || !hasWildcard(comparison)) return found;
  return found.filter(({ record, code }) => {
    if (!record || code === "wildcard" || record.name === comparison.domain) return true;
    return !findWildcardAt(record.name, record.type as RecordType, comparison);
  });
}
