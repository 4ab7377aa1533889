import type { StoredDnsRecord } from "../../../../../db/schema/dns-changes";
import type { Finding } from "../../schema/findings";
import type { WantedRecord } from "../dns/record-set";
import type { Verdict } from "../dns/verdict";
import type { ProviderRecord } from "./dns-provider";

export type SkipReason =
  /** It hangs on an answer of other servers that did not come. */
  | "unknown"
  /** Something stands there that is not for us to touch. */
  | "in_the_way";

export type RecordPlan = {
  add: StoredDnsRecord[];
  remove: StoredDnsRecord[];
  keep: StoredDnsRecord[];
  skipped: { name: string; type: string; value: string; reason: SkipReason }[];
};

export type PlanInput = {
  domain: string;
  wanted: WantedRecord[];
  verdicts: Map<string, Verdict>;
  findings: Finding[];
  records: ProviderRecord[];
  /** The mail is to come here by this change. */
  movesMail: boolean;
};

type Match = Pick<ProviderRecord, "name" | "type" | "value">;
const isSame = (one: Match, other: Match) =>
  one.name === other.name && one.type === other.type && one.value === other.value;

/** Only one of these stands at a name. */
const hostTypes = new Set(["A", "AAAA", "CNAME"]);
const ourTypes = new Set(["TXT", "MX", "SRV", "CNAME"]);

/**
 * What to add to a zone and what to take out of it, so that it publishes what `wanted` asks for. Taken out is only what a verdict on the zone as it is calls
 * in the way, or a finding calls left over: at or below the domain, of a type that mail uses; addresses only below it, where our alias has to
 * stand; mail servers only when mail is to move. Pure.
 */
export function planRecords({ domain, wanted, verdicts, findings, records, movesMail }: PlanInput): RecordPlan {
  const add: StoredDnsRecord[] = [];
  const remove = new Map<string, ProviderRecord>();
  const skipped: RecordPlan["skipped"] = [];
  const due = wanted.filter(({ purpose }) => purpose !== "mx" || movesMail);

  const isInReach = ({ name, type }: Match) =>
    (name === domain || name.endsWith(`.${domain}`)) &&
    (ourTypes.has(type) || (hostTypes.has(type) && name !== domain)) &&
    (type !== "MX" || movesMail);
  const isWanted = (record: ProviderRecord) => !record.isProxied && wanted.some((one) => isSame(one, record));
  const find = (match: Match) => records.filter((record) => isSame(record, match));
  const takeOut = (found: ProviderRecord[]) => {
    for (const record of found) if (isInReach(record) && !isWanted(record)) remove.set(record.id, record);
  };

  for (const record of due) {
    const { name, type, ttlSeconds } = record;
    const judged = verdicts.get(record.id);
    const here = records.filter((other) => other.name === name);
    const proxied = here.filter((other) => type === "CNAME" && other.type === "CNAME" && other.isProxied);
    if (!judged || judged.state === "unknown") {
      skipped.push({ name, type, value: record.value, reason: "unknown" });
      continue;
    }
    if (judged.state.startsWith("match") && proxied.length === 0) continue;
    const value = judged.fix?.value ?? record.value;
    const obsolete = (judged.fix?.remove ?? []).flatMap(find);
    if (type === "CNAME") obsolete.push(...here.filter((other) => hostTypes.has(other.type)));
    const leaves = here.filter((other) => !obsolete.includes(other) || !isInReach(other));
    // Nothing stands beside an alias (RFC 1034 section 3.6.2); at the top of the zone, providers see to it themselves.
    const blocked = leaves.some((other) => other.type === "CNAME" || type === "CNAME") && name !== domain;
    const isThere = find({ name, type, value }).some((other) => !other.isProxied);
    if (blocked && !isThere) {
      skipped.push({ name, type, value, reason: "in_the_way" });
      continue;
    }
    takeOut(obsolete.filter((other) => other.isProxied || !isSame(other, { name, type, value })));
    const isPlanned = add.some((other) => isSame(other, { name, type, value }));
    if (!isThere && !isPlanned) add.push({ name, type, value, ttlSeconds });
  }
  for (const { kind, record } of findings) if (kind === "remove" && record) takeOut(find(record));

  const names = new Set([...wanted.map(({ name }) => name), ...Array.from(remove.values(), ({ name }) => name)]);
  const keep = records.filter(({ id, name }) => names.has(name) && !remove.has(id));
  return { add, remove: [...remove.values()], keep, skipped };
}
