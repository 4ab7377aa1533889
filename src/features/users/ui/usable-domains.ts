import type { DomainPage, DomainState } from "~/features/domains/schema";

/** Domains that were active once keep their users, whatever their records say today. */
const usable: DomainState[] = ["active", "attention", "broken"];

/** The domains that mailbox users can be created in. */
export const usableDomains = (page: DomainPage | undefined): { id: string; name: string }[] =>
  (page?.domains ?? [])
    .filter(({ state }) => usable.includes(state))
    .map(({ id, displayName }) => ({ id, name: displayName }));
