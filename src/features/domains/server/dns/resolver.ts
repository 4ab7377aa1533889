import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";
import { createDnsClient } from "./dns-client";
import { type ServerAddress, systemServers } from "./server-address";

/** Asks DNS; never rejects, never remembers. `name` is an A-label name without a trailing dot. */
export type Resolver = (name: string, type: RecordType) => Promise<DnsAnswer>;

export type ResolverOptions = {
  /** Empty: the resolvers of the operating system. */
  servers: ServerAddress[];
  /** The trial's own zone server; without it, names under `.test` are asked like all others. */
  trialServer?: ServerAddress;
  timeoutMs?: number;
  tries?: number;
};

const maxHops = 10;

/** Routes each name to the servers that can know it and follows aliases across them, at most ten (longer chains are unknown: `ELOOP`). */
export function createResolver({ servers, trialServer, ...patience }: ResolverOptions): Resolver {
  const outside = createDnsClient({ servers: servers.length > 0 ? servers : systemServers(), ...patience });
  const trial = trialServer && createDnsClient({ servers: [trialServer], ...patience });

  return async (name, type) => {
    const aliases: string[] = [];
    let next = normaliseName(name);
    for (let hop = 0; hop <= maxHops; hop++) {
      const ask = trial && (next === "test" || next.endsWith(".test")) ? trial : outside;
      const { answer, follow } = await ask(next, type);
      if (answer.status === "unknown") return answer;
      aliases.push(...answer.aliases);
      if (!follow) return { ...answer, aliases };
      next = follow;
    }
    return { status: "unknown", reason: "ELOOP" };
  };
}
