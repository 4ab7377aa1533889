import { isPublicAddress } from "~/server/public-address";
import type { Resolver } from "./resolver";
import type { Authority } from "./server-address";

export type AuthorityOptions = {
  port?: number;
  /** Whether an address may be asked; the owner of a zone can write anything there. */
  isAllowed?: (address: string) => boolean;
  /** Its name servers as they were last time: where they live is asked beside who they are, of a resolver that shares answers. */
  likely?: string[];
};

const maxServers = 6;
/** Deeper names are looked for from here on: no zone cut lies so deep that matters. */
const maxDepth = 8;

/** Finds the zone that `domain` lies in and its name servers, by way of a resolver; `null` when it tells none that may be asked. */
export async function findAuthority(
  domain: string,
  resolve: Resolver,
  { port = 53, isAllowed = isPublicAddress, likely = [] }: AuthorityOptions = {},
): Promise<Authority | null> {
  for (const name of likely.slice(0, maxServers)) void addressOf(name);
  const labels = domain.split(".").slice(-maxDepth);
  const zones = labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
  const answers = await Promise.all(zones.map((zone) => resolve(zone, "NS")));
  for (const [index, zone] of zones.entries()) {
    const answer = answers[index];
    if (!answer || answer.status === "unknown") return null;
    if (answer.status === "absent" || answer.aliases.length > 0) continue;
    const names = answer.records.toSorted().slice(0, maxServers);
    const servers = (await Promise.all(names.map(addressOf))).flat();
    return servers.length > 0 ? { zone, servers } : null;
  }
  return null;

  async function addressOf(name: string) {
    const [a, aaaa] = await Promise.all([resolve(name, "A"), resolve(name, "AAAA")]);
    const [v4, v6] = [a, aaaa].map((found) => (found.status === "found" ? found.records.filter(isAllowed) : []));
    // One address of each family is enough to hear what a server says.
    const [host, ...others] = [v4?.[0], v6?.[0]].flatMap((address) => address ?? []);
    return host ? [{ name, host, port, others }] : [];
  }
}
