import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, mailUsers } from "../../../../../db/schema";
import { touchUsers } from "~/features/domains/server/addressing/touch-users";
import type { TenantId } from "~/server/context";
import { roleNames } from "~/features/domains/server/addressing/role-names";

/**
 * Takes a role alias out of the way of a mailbox user, a group or an alias that shall have its address: who makes `postmaster@` a mailbox
 * has decided where that mail goes. Costs nothing for all other addresses.
 */
export async function yieldRoleAddress(
  tx: Transaction,
  { tenantId }: { tenantId: TenantId },
  ...wanted: string[]
): Promise<void> {
  const roles = wanted.filter((address) => roleNames.some((name) => address.startsWith(`${name}@`)));
  if (roles.length === 0) return;
  const own = and(eq(aliases.tenantId, tenantId), inArray(aliases.address, roles), eq(aliases.isRole, true));
  const gone = await tx.delete(aliases).where(own).returning({ userId: aliases.mailUserId });
  const holders = gone.map(({ userId }) => userId);
  if (holders.length > 0) await touchUsers(tx, tenantId, inArray(mailUsers.id, holders));
}
