import type { DnsAnswer } from "./dns-answer";
import { withoutAppendedZone } from "./doubled-name";
import { notFound } from "./not-found";
import { proxyOwnerOf } from "./proxy-networks";
import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

/** An alias to one of our hosts. Addresses in its place are fine while they are ours; a proxy's are not. */
export function compareAlias(wanted: WantedRecord, comparison: Comparison): Verdict {
  const alias = comparison.ask(wanted.name, "CNAME");
  if (alias.status === "unknown") return notFound(wanted, alias, comparison);
  return alias.status === "found"
    ? compareTarget(wanted, alias.records, comparison)
    : compareAddresses(wanted, alias, comparison);
}

function compareTarget(wanted: WantedRecord, found: string[], { domain, ask }: Comparison): Verdict {
  const want = wanted.value;
  if (found.includes(want)) return verdict("match", found);
  const [first = ""] = found;
  const vars = { found: found.join(", "), want };
  if (withoutAppendedZone(first, domain) === want)
    return verdict("conflict", found, "alias_doubled", vars, replacing(wanted, found));
  // Our host may stand at the end of several aliases.
  const whole = ask(wanted.name, "A");
  if (whole.status !== "unknown" && whole.aliases.includes(want)) return verdict("match", found);
  return verdict("stale", found, "alias_other", vars, replacing(wanted, found));
}

const recordsOf = (answer: DnsAnswer): string[] => (answer.status === "found" ? answer.records : []);

function compareAddresses(wanted: WantedRecord, absent: DnsAnswer, comparison: Comparison): Verdict {
  const { ask } = comparison;
  const types = ["A", "AAAA"] as const;
  const answers = types.map((type) => ask(wanted.name, type));
  const found = answers.flatMap(recordsOf);
  const failed = answers.find(({ status }) => status === "unknown");
  if (found.length === 0) return notFound(wanted, failed ?? absent, comparison);
  const vars = { found: found.join(", "), want: wanted.value };
  const own = types.flatMap((type) => recordsOf(ask(wanted.value, type)));
  if (found.every((address) => own.includes(address))) return verdict("match", found, "alias_is_our_address", vars);
  const network = found.map(proxyOwnerOf).find(Boolean);
  if (network) return verdict("conflict", found, "alias_proxied", { ...vars, network });
  const remove = types.flatMap((type, at) => replacing(wanted, recordsOf(answers[at]!), { type }).remove);
  return verdict("conflict", found, "alias_is_address", vars, { value: wanted.value, remove });
}
