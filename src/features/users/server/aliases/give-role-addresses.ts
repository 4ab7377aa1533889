import { and, eq, inArray, or, sql } from "drizzle-orm";
import { touchUsers } from "~/features/domains/server/addressing/touch-users";
import type { Transaction } from "../../../../../db/client";
import { addresses, aliases, domains, mailUsers } from "../../../../../db/schema";
import type { TenantId } from "~/server/context";
import { roleNames } from "~/features/domains/server/addressing/role-names";

/**
 * Gives a mailbox user those addresses that the domain must have and that nobody holds who gets mail: nobody at all, or somebody who was
 * deleted. To be called in the transaction that makes the first users of a domain: costs one query when all are held. The caller raises the
 * user's revision unless the row is new. Returns what was given.
 */
export async function giveRoleAddresses(
  tx: Transaction,
  { tenantId }: { tenantId: TenantId },
  { domainId, userId }: { domainId: string; userId: string },
): Promise<string[]> {
  const addressOf = (name: string) => sql`${name} || '@' || ${domains.name}`;
  const isRole = or(...roleNames.map((name) => sql`${addresses.address} = ${addressOf(name)}`));
  const rows = await tx
    .select({ name: domains.name, held: addresses.address, holderState: mailUsers.state })
    .from(domains)
    .leftJoin(addresses, isRole)
    .leftJoin(aliases, eq(aliases.id, addresses.holderId))
    .leftJoin(mailUsers, eq(mailUsers.id, aliases.mailUserId))
    .where(and(eq(domains.tenantId, tenantId), eq(domains.id, domainId)));
  if (rows.length === 0) return [];
  const wanted = roleNames.map((name) => `${name}@${rows[0]!.name}`);
  const missing = wanted.filter((address) => !rows.some(({ held }) => held === address));
  const left = rows.flatMap(({ held, holderState }) => (held && holderState === "deleted" ? [held] : []));
  const taken = left.length > 0 ? await takeOver(tx, tenantId, left, userId) : [];
  if (missing.length === 0) return taken;
  const given = await tx
    .insert(aliases)
    .values(missing.map((address) => ({ tenantId, domainId, mailUserId: userId, address, isRole: true })))
    .onConflictDoNothing()
    .returning({ address: aliases.address });
  return [...taken, ...given.map(({ address }) => address)];
}

async function takeOver(tx: Transaction, tenantId: string, left: string[], userId: string): Promise<string[]> {
  const own = and(eq(aliases.tenantId, tenantId), inArray(aliases.address, left), eq(aliases.isRole, true));
  const holders = (await tx.select({ id: aliases.mailUserId }).from(aliases).where(own)).map(({ id }) => id);
  const moved = await tx.update(aliases).set({ mailUserId: userId }).where(own).returning({ address: aliases.address });
  // Deleted or not, their account has to let go of them first.
  await touchUsers(tx, tenantId, inArray(mailUsers.id, holders));
  return moved.map(({ address }) => address);
}
