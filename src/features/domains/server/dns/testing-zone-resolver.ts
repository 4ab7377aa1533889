import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";
import type { Resolver } from "./resolver";

type ZoneEntry = (string | string[] | [number, string])[] | { error: "ESERVFAIL" };
export type Zone = Record<string, Record<string, ZoneEntry>>;
/** Answers from a zone written down as name → type → records, following aliases as a resolver does. */
export function zoneResolver(zone: Zone): Resolver {
  const names = new Map(Object.entries(zone).map(([name, types]) => [normaliseName(name), types]));
  return async function resolve(name: string, type: RecordType): Promise<DnsAnswer> {
    const types = names.get(normaliseName(name));
    const exists = types ?? [...names.keys()].some((known) => known.endsWith(`.${normaliseName(name)}`));
    const absent = (reason: "ENOTFOUND" | "ENODATA"): DnsAnswer => ({
      status: "absent",
      reason,
      aliases: [],
      authenticated: false,
    });
    if (!types) return absent(exists ? "ENODATA" : "ENOTFOUND");
    const entry = types[type];
    if (entry && "error" in entry) return { status: "unknown", reason: entry.error };
    if (entry) {
      const records = entry.map((value) => {
        if (typeof value === "string") return normaliseName(value);
        return type === "MX" ? `${value[0]} ${normaliseName(String(value[1])) || "."}` : value.join("");
      });
      return { status: "found", records, ttlSeconds: 60, aliases: [], authenticated: false };
    }
    const [alias] = (types.CNAME ?? []) as string[];
    if (!alias || type === "CNAME") return absent("ENODATA");
    const answer = await resolve(alias, type);
    return answer.status === "unknown" ? answer : { ...answer, aliases: [normaliseName(alias), ...answer.aliases] };
  };
}
