import type { Services } from "./services";
import { readEngineSide } from "./reconcile/engine-side";
import { readPanelSide } from "./reconcile/panel-side";

/** Where the panel and the mail engine do not say the same; names only. */
export type Drift = {
  domainsMissingInEngine: string[];
  domainsUnknownToPanel: string[];
  addressesMissingInEngine: string[];
  addressesUnknownToPanel: string[];
  /** Signing keys as `domain selector algorithm stage`: one at another stage stands in both lists. */
  keysMissingInEngine: string[];
  keysUnknownToPanel: string[];
  /** Domains of the panel whose state says that ownership is proven while nothing proves it, or the other way round. */
  domainsAtOddsWithProof: string[];
};

const without = (some: Iterable<string>, others: Set<string>) => [...some].filter((name) => !others.has(name)).sort();

/** Compares what should be with what the engine has, both ways, over all tenants. Reports; changes and deletes nothing. */
export async function reconcile({ db, engine }: Services): Promise<Drift> {
  const wanted = await readPanelSide(db);
  const found = await readEngineSide(engine.directory);
  return {
    domainsMissingInEngine: without(wanted.domains, found.domains),
    domainsUnknownToPanel: without(found.domains, wanted.domains),
    addressesMissingInEngine: without(wanted.addresses, found.addresses),
    addressesUnknownToPanel: without(found.addresses, wanted.addresses),
    keysMissingInEngine: without(wanted.keys, found.keys),
    keysUnknownToPanel: without(found.keys, wanted.keys),
    domainsAtOddsWithProof: wanted.atOddsWithProof,
  };
}
