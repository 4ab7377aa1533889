import { and, count, eq, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, domains, groups, mailUsers } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DomainAddressing, SetAliasOf } from "../../schema/addressing";
import type { DomainRow } from "../domain-subject";
import { maxOtherNames, viewAddressing } from "./addressing-view";
import { changeAddressing } from "./change-addressing";
import { raiseRevisions } from "./raise-revisions";
import { requireAddressDomain } from "./require-address-domain";
import { touchUsers } from "./touch-users";

/**
 * Makes a domain another name of one: every address there, of mailboxes, aliases and groups, works under this name too, and people may send
 * from it, for its keys stay its own. Or ends that. Throws `domain.not_found`, `domain.not_active`, `domain.has_addresses` while it has any
 * of its own, `domain.alias_refused` for chains and for itself, `tenant.limit_reached`.
 */
export async function setAliasOf(ctx: Ctx, { domainId, mainId }: SetAliasOf): Promise<DomainAddressing> {
  const { tenantId } = ctx;
  return changeAddressing(ctx, domainId, async (domain, tx) => {
    const before = domain.aliasOfId;
    if (before === mainId) return null;
    if (mainId !== null) await requireFit(tx, ctx, domain, mainId);
    await yieldRoles(tx, domain);
    const set = { aliasOfId: mainId, catchAll: null };
    await touchAddresses(
      tx,
      tenantId,
      [before, mainId].filter((id) => id !== null),
    );
    return { action: "domain.set_alias_of", set, before: { aliasOfId: before }, after: { aliasOfId: mainId } };
  });
}

async function requireFit(tx: Transaction, ctx: Ctx, domain: DomainRow, mainId: string): Promise<void> {
  if (mainId === domain.id) throw new AppError("domain.alias_refused");
  const main = await requireAddressDomain(tx, ctx, mainId).catch((error: unknown) => {
    throw error instanceof AppError && error.key === "domain.is_alias" ? new AppError("domain.alias_refused") : error;
  });
  if (!["active", "attention", "broken"].includes(domain.state)) throw new AppError("domain.not_active");
  const namesOf = (id: string) => and(eq(domains.tenantId, ctx.tenantId), eq(domains.aliasOfId, id));
  const [own] = await tx.select({ count: count() }).from(domains).where(namesOf(domain.id));
  if (own?.count) throw new AppError("domain.alias_refused");
  const { hasAddresses } = await viewAddressing(tx, ctx.tenantId, domain.id);
  if (hasAddresses) throw new AppError("domain.has_addresses");
  const [held] = await tx.select({ count: count() }).from(domains).where(namesOf(main.id));
  if ((held?.count ?? 0) >= maxOtherNames) throw new AppError("tenant.limit_reached", { max: maxOtherNames });
}

/** What every domain must have is held by whoever has it under the main name. */
async function yieldRoles(tx: Transaction, { id, tenantId }: DomainRow): Promise<void> {
  const own = and(eq(aliases.tenantId, tenantId), eq(aliases.domainId, id), eq(aliases.isRole, true));
  const gone = await tx.delete(aliases).where(own).returning({ userId: aliases.mailUserId });
  const holders = gone.map(({ userId }) => userId);
  if (holders.length > 0) await touchUsers(tx, tenantId, inArray(mailUsers.id, holders));
}

/** One statement for all mailboxes with an address under these domains, one for all groups, and their jobs. */
async function touchAddresses(tx: Transaction, tenantId: string, domainIds: string[]): Promise<void> {
  const holders = tx
    .select({ id: aliases.mailUserId })
    .from(aliases)
    .where(and(eq(aliases.tenantId, tenantId), inArray(aliases.domainId, domainIds)));
  const { userIds, groupIds } = await raiseRevisions(tx, tenantId, {
    users: or(inArray(mailUsers.domainId, domainIds), inArray(mailUsers.id, holders)),
    groups: and(inArray(groups.domainId, domainIds), isNull(groups.deletedAt)),
  });
  await enqueueAll(tx, "engine.apply", [
    ...userIds.map((id) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id })),
    ...groupIds.map((id) => ({ payload: { tenantId, kind: "group" as const, id }, key: id })),
  ]);
}
