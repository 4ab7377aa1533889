import type { DnsAnswer } from "../dns/dns-answer";
import { normaliseName } from "../dns/dns-answer";
import type { Resolver } from "../dns/resolver";
import type { NewRecord } from "./dns-provider";

/** What a listing of the zone does not hold, or what its parent answers. */
const askedOutside = new Set(["SOA", "NS", "DS", "TLSA", "PTR"]);
const maxHops = 10;

/**
 * Answers as the zone's servers will once they know what stands at the provider now, with nothing that a cache remembers: aliases are followed, wildcards
 * answer where nothing is (RFC 4592), names that were handed to other servers and all other zones are asked for with `outside`. What the
 * provider's proxy hides is seen as it was written.
 */
export function zoneView(zone: string, records: readonly NewRecord[], outside: Resolver): Resolver {
  const cuts = records.filter(({ type, name }) => type === "NS" && name !== zone).map(({ name }) => name);
  const isUnder = (name: string, parent: string) => name === parent || name.endsWith(`.${parent}`);
  const exists = (name: string) => records.some((record) => isUnder(record.name, name));

  function at(name: string): readonly NewRecord[] | undefined {
    if (name === zone || exists(name)) return records.filter((record) => record.name === name);
    const labels = name.split(".");
    const closest = labels
      .map((_, index) => labels.slice(index + 1).join("."))
      .find((parent) => exists(parent) || parent === zone);
    const wild = records.filter((record) => record.name === `*.${closest}`);
    return wild.length > 0 ? wild : undefined;
  }

  return async function resolve(asked, type) {
    const aliases: string[] = [];
    let name = normaliseName(asked);
    for (let hop = 0; hop < maxHops; hop++) {
      const isElsewhere = !isUnder(name, zone) || cuts.some((cut) => isUnder(name, cut));
      if (isElsewhere || askedOutside.has(type)) return after(aliases, await outside(name, type));
      const here = at(name);
      const absent = { status: "absent", aliases, authenticated: false } as const;
      if (!here) return { ...absent, reason: "ENOTFOUND" };
      // At the top of a zone, the provider answers in the alias's stead: it stands beside everything else.
      const isFlat = name === zone;
      const found = here.filter((record) => record.type === type && !(isFlat && type === "CNAME"));
      if (found.length > 0) {
        const ttlSeconds = Math.min(...found.map((record) => record.ttlSeconds));
        return { status: "found", records: found.map(({ value }) => value), ttlSeconds, aliases, authenticated: false };
      }
      const alias = here.find((record) => record.type === "CNAME");
      if (!alias || type === "CNAME" || (isFlat && type !== "A" && type !== "AAAA"))
        return { ...absent, reason: "ENODATA" };
      aliases.push(alias.value);
      name = alias.value;
    }
    return { status: "unknown", reason: "ELOOP" };
  };
}

const after = (aliases: string[], answer: DnsAnswer): DnsAnswer =>
  answer.status === "unknown" ? answer : { ...answer, aliases: [...aliases, ...answer.aliases] };
