import type { EngineAccount } from "../engine-directory.ts";
import type { Place } from "./account.ts";
import { domainIdsOf, splitAddress } from "./addresses.ts";
import type { JmapClient } from "./jmap-client.ts";

/** Turns the addresses of accounts into ids, each domain looked up once. Throws `notFound` when a domain is missing. */
export async function placesOf(
  jmap: JmapClient,
  accounts: readonly Pick<EngineAccount, "address" | "aliases">[],
): Promise<Place[]> {
  const split = accounts.map(({ address, aliases }) => ({
    own: splitAddress(address),
    others: aliases?.map(splitAddress),
  }));
  const names = split.flatMap(({ own, others = [] }) => [own, ...others].map(({ domainName }) => domainName));
  const ids = await domainIdsOf(jmap, names);
  const placeOf = ({ name, domainName }: ReturnType<typeof splitAddress>) => ({
    name,
    domainId: ids.get(domainName) ?? "",
  });
  return split.map(({ own, others }) => ({ ...placeOf(own), ...(others ? { aliases: others.map(placeOf) } : {}) }));
}
