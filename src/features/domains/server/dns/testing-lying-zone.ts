import type { Answer } from "dns-packet";
import { normaliseName, type RecordType } from "./dns-answer";
import { dataOf } from "./zone-reply";

/** Presentation form; for TXT also its strings one by one, or raw bytes that need not be text. */
export type LyingValue = string | string[] | Buffer | Buffer[];
/** By name, then by type; `*.acme.org` is a wildcard. */
export type LyingRecords = Record<string, Partial<Record<RecordType, LyingValue[]>> & { ttlSeconds?: number }>;
export type LyingZones = Map<string, LyingRecords>;
export type Truth = { rcode: "NOERROR" | "NXDOMAIN"; answers: Answer[]; zone: string };

const defaultTtl = 300;
const maxHops = 16;

const moreData: Partial<Record<RecordType, (value: string) => unknown>> = {
  ...dataOf,
  CAA: (value) => {
    const [, flags, tag, text] = /^(\d+) (\S+) "?(.*?)"?$/.exec(value) ?? [];
    return { flags: Number(flags), issuerCritical: Number(flags) >= 128, tag, value: text };
  },
  DS: (value) => {
    const [keyTag, algorithm, digestType, hex] = value.split(" ");
    return {
      ...{ keyTag: Number(keyTag), algorithm: Number(algorithm), digestType: Number(digestType) },
      digest: Buffer.from(hex ?? "", "hex"),
    };
  },
  // Blanks in a host name are kept: forms let people type them.
  MX: (value) => {
    const [preference, ...host] = value.split(" ");
    return { preference: Number(preference), exchange: host.join(" ") };
  },
  SRV: (value) => {
    const [priority, weight, port, ...target] = value.split(" ");
    return { priority: Number(priority), weight: Number(weight), port: Number(port), target: target.join(" ") };
  },
  SOA: (value) => {
    const [mname, rname, ...numbers] = value.split(" ");
    const [serial, refresh, retry, expire, minimum] = numbers.map(Number);
    return { mname, rname, serial, refresh, retry, expire, minimum };
  },
  TLSA: (value) => {
    const [usage, selector, matchingType, hex] = value.split(" ");
    return {
      ...{ usage: Number(usage), selector: Number(selector), matchingType: Number(matchingType) },
      certificate: Buffer.from(hex ?? "", "hex"),
    };
  },
};

/** One resource record; the strings of a TXT value that comes as one are cut at 255 bytes. */
export function toAnswer(name: string, type: RecordType, value: LyingValue, ttl: number): Answer {
  const data = typeof value === "string" ? moreData[type]?.(value) : value;
  return { name, type, ttl, class: "IN", data } as Answer;
}

export const soaOf = (zone: string, ttl = 60): Answer =>
  toAnswer(zone, "SOA", `ns1.${zone} hostmaster.${zone} 1 3600 600 86400 3600`, ttl);

const isWithin = (name: string, zone: string) => name === zone || name.endsWith(`.${zone}`);
const parentOf = (name: string) => name.split(".").slice(1).join(".");

function zoneOf(zones: LyingZones, name: string): string | undefined {
  return [...zones.keys()].filter((zone) => isWithin(name, zone)).toSorted((a, b) => b.length - a.length)[0];
}

/** What stands at a name: its own records, or those of the wildcard at its closest encloser, which a name in between would block (RFC 4592). */
function recordsAt(records: LyingRecords, name: string, zone: string): LyingRecords[string] | undefined {
  const exists = (one: string) => Object.keys(records).some((known) => isWithin(known, one));
  if (exists(name) || name === zone) return records[name] ?? {};
  let encloser = parentOf(name);
  while (encloser !== zone && !exists(encloser)) encloser = parentOf(encloser);
  return records[`*.${encloser}`];
}

/** What an honest server says; `null` about names outside of its zones. A resolver follows aliases from zone to zone, an authority to the end of one. */
export function tellTruth(
  zones: LyingZones,
  question: string,
  type: RecordType,
  { isAuthority = false } = {},
): Truth | null {
  const answers: Answer[] = [];
  let name = normaliseName(question);
  let zone = zoneOf(zones, name);
  if (zone === undefined) return null;
  for (let hop = 0; hop < maxHops; hop++) {
    const next = zoneOf(zones, name);
    if (next === undefined || (isAuthority && next !== zone)) return { rcode: "NOERROR", answers, zone };
    zone = next;
    const here = recordsAt(zones.get(zone) ?? {}, name, zone);
    if (!here) return { rcode: "NXDOMAIN", answers, zone };
    const ttl = here.ttlSeconds ?? defaultTtl;
    const owner = name;
    const values = here[type] ?? [];
    if (values.length > 0) {
      answers.push(...values.map((value) => toAnswer(owner, type, value, ttl)));
      return { rcode: "NOERROR", answers, zone };
    }
    const alias = type === "CNAME" ? undefined : here.CNAME?.[0];
    if (typeof alias !== "string") return { rcode: "NOERROR", answers, zone };
    answers.push(toAnswer(owner, "CNAME", alias, ttl));
    name = normaliseName(alias);
  }
  return { rcode: "NOERROR", answers, zone };
}
