import { isPublicAddress } from "~/server/public-address";
import type { Resolver } from "./resolver";
import type { Authority } from "./server-address";

export type AuthorityOptions = {
  port?: number;
  /** Whether an address may be asked; the owner of a zone can write anything there. */
  isAllowed?: (address: string) => boolean;
};

const maxServers = 6;

/** Finds the zone that `domain` lies in and its name servers, by way of a resolver; `null` when it tells none that may be asked. */
export async function findAuthority(
  domain: string,
  resolve: Resolver,
  { port = 53, isAllowed = isPublicAddress }: AuthorityOptions = {},
): Promise<Authority | null> {
  const labels = domain.split(".");
  for (let index = 0; index <= labels.length - 2; index++) {
    const zone = labels.slice(index).join(".");
    const answer = await resolve(zone, "NS");
    if (answer.status === "unknown") return null;
    if (answer.status === "absent" || answer.aliases.length > 0) continue;
    const servers = await Promise.all(
      answer.records
        .toSorted()
        .slice(0, maxServers)
        .map(async (name) => {
          const [a, aaaa] = await Promise.all([resolve(name, "A"), resolve(name, "AAAA")]);
          const addresses = [a, aaaa].flatMap((found) => (found.status === "found" ? found.records : []));
          const host = addresses.find(isAllowed);
          return host ? [{ name, host, port }] : [];
        }),
    );
    return servers.flat().length > 0 ? { zone, servers: servers.flat() } : null;
  }
  return null;
}
