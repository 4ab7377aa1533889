import type { Services } from "./services";
import { accountDifferences, isSameList } from "./reconcile/differences";
import { readEngineSide } from "./reconcile/engine-side";
import { readPanelSide } from "./reconcile/panel-side";

/** Where the panel and the mail engine do not say the same; names only. */
export type Drift = {
  domainsMissingInEngine: string[];
  domainsUnknownToPanel: string[];
  /** Domains whose catch-all or sub-addressing differ. */
  addressingAtOdds: string[];
  /** Mailbox users, and groups that are accounts. */
  addressesMissingInEngine: string[];
  addressesUnknownToPanel: string[];
  /** As `address aspect`: its name, quota, blocks or aliases. */
  accountsAtOdds: string[];
  /** Groups that the engine expands by itself. */
  listsMissingInEngine: string[];
  listsUnknownToPanel: string[];
  listsAtOdds: string[];
  /** Signing keys as `domain selector algorithm stage`: one at another stage stands in both lists. */
  keysMissingInEngine: string[];
  keysUnknownToPanel: string[];
  /** Domains of the panel whose state says that ownership is proven while nothing proves it, or the other way round. */
  domainsAtOddsWithProof: string[];
};

type Names = { keys(): Iterable<string>; has(name: string): boolean };
const without = (some: Names, others: Names) => [...some.keys()].filter((name) => !others.has(name)).sort();

/** Compares what should be with what the engine has, both ways, over all tenants. Reports; changes and deletes nothing. */
export async function reconcile({ db, engine, now }: Services): Promise<Drift> {
  const wanted = await readPanelSide(db, now());
  const found = await readEngineSide(engine.directory);
  const addresses = new Set([...wanted.accounts.keys(), ...wanted.groupAccounts]);
  const both = [...wanted.accounts].flatMap(([address, account]) => {
    const other = found.accounts.get(address);
    return other ? accountDifferences(address, account, other) : [];
  });
  const isOther = ([name, { catchAll, subAddressing }]: [
    string,
    { catchAll: string | null; subAddressing: boolean },
  ]) => {
    const there = found.domains.get(name);
    return there !== undefined && (there.catchAll !== catchAll || there.subAddressing !== subAddressing);
  };
  const otherLists = [...wanted.lists].filter(([address, recipients]) => {
    const list = found.lists.get(address);
    return list !== undefined && !isSameList(recipients, list.recipients);
  });
  return {
    domainsMissingInEngine: without(wanted.domains, found.domains),
    domainsUnknownToPanel: without(found.domains, wanted.domains),
    addressingAtOdds: [...wanted.addressing]
      .filter(isOther)
      .map(([name]) => name)
      .sort(),
    addressesMissingInEngine: without(addresses, found.accounts),
    addressesUnknownToPanel: without(found.accounts, addresses),
    accountsAtOdds: both.sort(),
    listsMissingInEngine: without(wanted.lists, found.lists),
    listsUnknownToPanel: without(found.lists, wanted.lists),
    listsAtOdds: otherLists.map(([address]) => address).sort(),
    keysMissingInEngine: without(wanted.keys, found.keys),
    keysUnknownToPanel: without(found.keys, wanted.keys),
    domainsAtOddsWithProof: wanted.atOddsWithProof,
  };
}
