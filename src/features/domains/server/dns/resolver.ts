import { createAuthorityClient } from "./ask-authority";
import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";
import { createDnsClient } from "./dns-client";
import type { DnsDesk } from "./dns-desk";
import type { DirectAnswer } from "./read-reply";
import { type Authority, type ServerAddress, systemServers } from "./server-address";

/** Asks DNS; never rejects, never remembers. `name` is an A-label name without a trailing dot. */
export type Resolver = (name: string, type: RecordType) => Promise<DnsAnswer>;

export type ResolverOptions = {
  /** Empty: the resolvers of the operating system. */
  servers: ServerAddress[];
  /** The trial's own zone server; without it, names under `.test` are asked like all others. */
  trialServer?: ServerAddress;
  /** The name servers of one zone, which are asked first about names in it. */
  authority?: Authority | null;
  /** What the checks of a process have in common; of it, names in the zone of `authority` use the rate alone. */
  desk?: DnsDesk;
  timeoutMs?: number;
  tries?: number;
};

const maxHops = 10;
const isWithin = (name: string, zone: string) => name === zone || name.endsWith(`.${zone}`);

/** Routes each name to the servers that can know it and follows aliases across them, at most ten (longer chains are unknown: `ELOOP`). */
export function createResolver({ servers, trialServer, authority, desk, ...patience }: ResolverOptions): Resolver {
  const outsideServers = servers.length > 0 ? servers : systemServers();
  const outside = createDnsClient({ servers: outsideServers, ...patience });
  const unchecked = createDnsClient({ servers: outsideServers, ...patience, tries: 1, ignoreDnssec: true });
  const trial = trialServer && createDnsClient({ servers: [trialServer], ...patience });
  const zoneOwners =
    authority && createAuthorityClient(authority, { timeoutMs: patience.timeoutMs, zoneRate: desk?.zoneRate });

  async function askOnce(name: string, type: RecordType): Promise<DirectAnswer> {
    if (trial && isWithin(name, "test")) return trial(name, type);
    // A zone's own servers do not know its DS record: that stands in the zone above.
    const isInZone = type !== "DS" && zoneOwners && isWithin(name, authority.zone);
    if (isInZone) return (await zoneOwners(name, type)) ?? askResolvers(name, type);
    return desk ? desk.share(`${type} ${name}`, () => askResolvers(name, type)) : askResolvers(name, type);
  }

  /** A resolver that validates fails when signatures do not hold; that it can answer without looking at them tells why (`EDNSSEC`). */
  async function askResolvers(name: string, type: RecordType): Promise<DirectAnswer> {
    const reply = await outside(name, type);
    if (reply.answer.status !== "unknown" || reply.answer.reason !== "ESERVFAIL") return reply;
    const { answer } = await unchecked(name, type);
    return answer.status === "unknown" ? reply : { answer: { ...reply.answer, reason: "EDNSSEC" } };
  }

  return async (name, type) => {
    const aliases: string[] = [];
    let next = normaliseName(name);
    for (let hop = 0; hop <= maxHops; hop++) {
      const { answer, follow } = await askOnce(next, type);
      if (answer.status === "unknown" || (hop === 0 && !follow)) return answer;
      aliases.push(...answer.aliases);
      if (!follow) return { ...answer, aliases };
      next = follow;
    }
    return { status: "unknown", reason: "ELOOP" };
  };
}
