import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";
import { besideName, hasWildcard } from "./wildcard";

const types = ["CNAME", "A", "TXT", "MX", "SRV"] as const;

/** A record that answers for every name below the domain: it hides what is missing, and mail for names that nobody meant may go astray. */
export function findWildcards(comparison: Comparison): Finding[] {
  const { domain } = comparison;
  if (!hasWildcard(comparison)) return [];
  const name = `*.${domain}`;
  const shown = types.map((type) => ({ type, ...besideName(`x.${domain}`, type, comparison) }));
  const [alias] = shown.flatMap(({ aliases }) => aliases);
  const found = alias
    ? [{ type: "CNAME", value: alias }]
    : shown.flatMap(({ type, records }) => records.map((value) => ({ type, value })));
  const [first] = found;
  if (!first) return [];
  const text = found.map(({ type, value }) => `${type} ${value}`).join(", ");
  return [{ code: "wildcard", kind: "warning", vars: { name: domain, found: text }, record: { name, ...first } }];
}
