import ipaddr from "ipaddr.js";
import { normaliseName } from "./dns-answer";
import type { PlatformNames } from "./record-set";
import { hasMacro } from "./spf-macro";
import { effectiveTerms, isSpf, parseSpf, type SpfTerm } from "./spf-record";
import type { Comparison } from "./verdict";

const maxSenders = 16;
const maxDepth = 4;

/** Both ends of each network that our servers send from, as our own list says. Empty while that cannot be read, which is nobody's fault but ours. */
export function findSenders({ spf }: PlatformNames, ask: Comparison["ask"]): string[] {
  if ("addresses" in spf) return spf.addresses.slice(0, maxSenders);
  const senders = new Set<string>();
  const addressesOf = (name: string) =>
    (["A", "AAAA"] as const).flatMap((type) => {
      const answer = ask(name, type);
      return answer.status === "found" ? answer.records : [];
    });
  const hostsOf = (name: string) => {
    const answer = ask(name, "MX");
    return answer.status === "found" ? answer.records.map((record) => record.split(" ")[1] ?? ".") : [];
  };
  const readers: Record<string, (term: SpfTerm, at: string, depth: number) => string[]> = {
    ip4: ({ value, prefix4 }) => [value, ipaddr.IPv4.broadcastAddressFromCIDR(`${value}/${prefix4}`).toString()],
    ip6: ({ value, prefix6 }) => [value, ipaddr.IPv6.broadcastAddressFromCIDR(`${value}/${prefix6}`).toString()],
    a: ({ value }, at) => addressesOf(value || at),
    mx: ({ value }, at) => hostsOf(value || at).flatMap(addressesOf),
    include: ({ value }, _at, depth) => read(value, depth + 1),
    "redirect=": ({ value }, _at, depth) => read(value, depth + 1),
  };

  function read(name: string, depth: number): string[] {
    const answer = ask(normaliseName(name), "TXT");
    const [record] = answer.status === "found" ? answer.records.filter(isSpf) : [];
    if (record === undefined || depth > maxDepth) return [];
    return effectiveTerms(parseSpf(record).terms)
      .filter(({ qualifier, value }) => (qualifier === "+" || qualifier === "") && !hasMacro(value))
      .flatMap((term) => readers[term.name]?.(term, name, depth) ?? []);
  }

  for (const address of read(spf.include, 0)) if (senders.size < maxSenders) senders.add(address);
  return [...senders];
}
