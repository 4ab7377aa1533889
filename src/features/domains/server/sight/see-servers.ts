import type { Authority } from "../dns/server-address";
import type { Resolver } from "../dns/resolver";
import type { ZoneServer } from "../../schema/sight";
import { askSource, failureOf, type Patience } from "./ask-source";

/** Serial numbers count in a circle of 32 bits (RFC 1982). */
const isOlder = (one: number, other: number): boolean => one !== other && (other - one) >>> 0 < 0x80000000;

/** Each name server of a zone: whether it answers, speaks for the zone, and which version of it it has. */
export async function seeServers(
  { zone, servers }: Authority,
  resolve: Resolver,
  patience: Omit<Patience, "zone"> = {},
): Promise<ZoneServer[]> {
  const question = { name: zone, type: "SOA" } as const;
  const seen = await Promise.all(
    servers.map(async ({ name, host, port }) => {
      const source = { from: "zone", name, address: { host, port } } as const;
      const { answer, isAuthoritative, ms } = await askSource(source, question, { ...patience, zone, resolve });
      const failure = failureOf(answer);
      // RFC 1912 section 2.8: a server that is named for a zone and does not speak for it.
      const isLame = failure === "refused" || (!failure && (answer.status !== "found" || !isAuthoritative));
      const serial = answer.status === "found" && !isLame ? Number(answer.records[0]?.split(" ")[2]) : null;
      return { name, address: host, serial, failure: isLame ? ("lame" as const) : failure, ms };
    }),
  );
  const serials = seen.flatMap(({ serial }) => serial ?? []);
  return seen.map((server) => {
    const isBehind = serials.some((other) => server.serial !== null && isOlder(server.serial, other));
    return { ...server, isBehind };
  });
}
