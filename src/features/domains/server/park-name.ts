import type { DomainRow } from "./domain-subject";

/** Where a frozen domain stands aside in the engine with its mailboxes, under a name that nobody can claim and that no mail is sent to. */
export const parkedName = (domainId: string): string => `${domainId}.frozen.internal`;

/** What the engine calls a domain. */
export const engineNameOf = ({ id, name, frozenUntil }: Pick<DomainRow, "id" | "name" | "frozenUntil">): string =>
  frozenUntil ? parkedName(id) : name;
