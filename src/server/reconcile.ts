import { and, isNotNull, ne } from "drizzle-orm";
import { domains, mailUsers } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

/** Where the panel and the mail engine do not say the same; names only. */
export type Drift = {
  domainsMissingInEngine: string[];
  domainsUnknownToPanel: string[];
  addressesMissingInEngine: string[];
  addressesUnknownToPanel: string[];
};

const page = 200;

async function readAll(
  read: (page: { after?: string; limit: number }) => Promise<{ names: string[]; next?: string }>,
): Promise<Set<string>> {
  const all = new Set<string>();
  for (let after: string | undefined; ;) {
    const { names, next } = await read({ limit: page, ...(after ? { after } : {}) });
    for (const name of names) all.add(name);
    if (!next) return all;
    after = next;
  }
}

const without = (some: Iterable<string>, others: Set<string>) => [...some].filter((name) => !others.has(name)).sort();

/** Compares what should be with what the engine has, both ways, over all tenants. Reports; changes and deletes nothing. */
export async function reconcile({ db, engine }: Services): Promise<Drift> {
  const { wantedDomains, wantedAddresses } = await inScope(db, { sweep: true }, async (tx) => {
    const proven = and(isNotNull(domains.provenAt), ne(domains.state, "releasing"));
    const names = await tx.select({ name: domains.name }).from(domains).where(proven);
    const people = await tx
      .select({ address: mailUsers.address })
      .from(mailUsers)
      .where(ne(mailUsers.state, "deleted"));
    return {
      wantedDomains: new Set(names.map(({ name }) => name)),
      wantedAddresses: new Set(people.map(({ address }) => address)),
    };
  });
  const { directory } = engine;
  const foundDomains = await readAll((at) => directory.domains.list(at));
  const foundAddresses = new Set<string>();
  for (const domain of foundDomains) {
    const found = await readAll(async (at) => {
      const { addresses, next } = await directory.accounts.listAddresses(domain, at);
      return { names: addresses, next };
    });
    for (const address of found) foundAddresses.add(address);
  }
  return {
    domainsMissingInEngine: without(wantedDomains, foundDomains),
    domainsUnknownToPanel: without(foundDomains, wantedDomains),
    addressesMissingInEngine: without(wantedAddresses, foundAddresses),
    addressesUnknownToPanel: without(foundAddresses, wantedAddresses),
  };
}
