import { findAuthority } from "./find-authority";
import { createResolver, type Resolver } from "./resolver";
import { type LyingServer, startLyingServer } from "./testing-lying-server";
import type { LyingRecords } from "./testing-lying-zone";

export type LyingWorld = {
  /** The resolver that everybody asks. */
  resolver: LyingServer;
  /** The name servers of every zone. */
  nameServers: LyingServer[];
  port: number;
  /** Publishes a zone on all name servers, for the resolver to see too; NS and SOA records are added where none are given. */
  publish(zone: string, records: LyingRecords): void;
  /** Replaces the zone on one name server only, as if a change had not reached the others. */
  publishOn(nameServer: number, zone: string, records: LyingRecords): void;
  /** DNS as a check of `domain` sees it: the zone's own servers first, the resolver for the rest. */
  resolverFor(domain: string, patience?: { timeoutMs?: number; tries?: number }): Promise<Resolver>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const hostOf = (index: number) => `127.0.0.${index + 2}`;

function completeZone(zone: string, records: LyingRecords, nameServers: number): LyingRecords {
  const names = Array.from({ length: nameServers }, (_, index) => `ns${index + 1}.${zone}`);
  const glue = Object.fromEntries(names.map((name, index) => [name, { A: [hostOf(index)] }]));
  const apex = { NS: names, SOA: [`ns1.${zone} hostmaster.${zone} 1 3600 600 86400 60`] };
  return { ...glue, ...records, [zone]: { ...apex, ...records[zone] } };
}

/** A small internet on loopback: one resolver and the name servers of whatever is published, each of which can be told to lie. */
export async function startLyingWorld({ nameServers: count = 2 } = {}): Promise<LyingWorld> {
  const resolver = await startLyingServer();
  const { port } = resolver;
  const nameServers = await Promise.all(
    Array.from({ length: count }, (_, index) => startLyingServer({ host: hostOf(index), port, isAuthority: true })),
  );
  const all = [resolver, ...nameServers];
  const stop = async () => {
    await Promise.all(all.map((server) => server.stop()));
  };
  return {
    ...{ resolver, nameServers, port, stop, [Symbol.asyncDispose]: stop },
    publish: (zone, records) => all.forEach(({ zones }) => zones.set(zone, completeZone(zone, records, count))),
    publishOn: (index, zone, records) => nameServers[index]?.zones.set(zone, completeZone(zone, records, count)),
    async resolverFor(domain, patience = {}) {
      const options = { servers: [{ host: resolver.host, port }], timeoutMs: 2000, tries: 1, ...patience };
      const authority = await findAuthority(domain, createResolver(options), { port, isAllowed: () => true });
      return createResolver({ ...options, authority });
    },
  };
}
