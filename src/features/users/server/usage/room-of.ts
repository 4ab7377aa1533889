import { and, count, eq, ne, sum } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers, tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { TenantId } from "~/server/context";

/** What the plan still has room for, in users and octets. `most…` is what it allows at all. */
export type Room = { users: number; bytes: number; mostUsers: number; mostBytes: number };

/**
 * What is left of a tenant's plan; the tenant's row is held until the transaction ends, so that two at once cannot both take it. Where the tenant's
 * storage is pooled, what mailboxes hold counts and not what they may hold: then there is room for any quota until the pool is full.
 * Throws `tenant.not_found`.
 */
export async function roomOf(tx: Transaction, tenantId: TenantId): Promise<Room> {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for("no key update");
  if (!tenant) throw new AppError("tenant.not_found");
  const [held] = await tx
    .select({
      users: count(),
      quota: sum(mailUsers.quotaBytes).mapWith(Number),
      used: sum(mailUsers.usedBytes).mapWith(Number),
    })
    .from(mailUsers)
    .where(and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted")));
  const { maxMailUsers: mostUsers, maxStorageBytes: mostBytes } = tenant;
  const users = mostUsers - (held?.users ?? 0);
  if (tenant.storageMode === "pooled") {
    const isFull = (held?.used ?? 0) >= mostBytes;
    return { users, bytes: isFull ? 0 : Number.MAX_SAFE_INTEGER, mostUsers, mostBytes };
  }
  return { users, bytes: mostBytes - (held?.quota ?? 0), mostUsers, mostBytes };
}
