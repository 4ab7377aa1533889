import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { type Comparison, type Verdict, verdict } from "./verdict";

/** An alias to one of our hosts. Addresses in its place are fine while they are ours; a proxy's are not. */
export function compareAlias(wanted: WantedRecord, comparison: Comparison): Verdict {
  const { ask } = comparison;
  const alias = ask(wanted.name, "CNAME");
  if (alias.status === "found") {
    if (alias.records.includes(wanted.value)) return verdict("match", alias.records);
    return verdict("stale", alias.records, "alias_other", { found: alias.records.join(", "), want: wanted.value });
  }
  if (alias.status === "unknown") return notFound(wanted, alias, comparison);
  const addresses = ask(wanted.name, "A");
  if (addresses.status !== "found") return notFound(wanted, addresses, comparison);
  const own = ask(wanted.value, "A");
  const isOurs = own.status === "found" && addresses.records.every((address) => own.records.includes(address));
  return verdict(isOurs ? "match" : "conflict", addresses.records, "alias_is_address", {
    found: addresses.records.join(", "),
    want: wanted.value,
  });
}
