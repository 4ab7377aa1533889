import { and, eq, ne, sum } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers, tenants } from "../../../../../db/schema";

/** Octets of a tenant: what its mailboxes hold, what they may hold, and what the plan has. */
export type StoredBytes = { mode: "per_user" | "pooled"; usedBytes: number; quotaBytes: number; maxBytes: number };

/** How much storage a tenant uses, and by which rule; zeros for one that is gone. One statement. */
export async function storageOf(tx: Transaction, tenantId: string): Promise<StoredBytes> {
  const kept = and(eq(mailUsers.tenantId, tenants.id), ne(mailUsers.state, "deleted"));
  const [row] = await tx
    .select({
      ...{ mode: tenants.storageMode, maxBytes: tenants.maxStorageBytes },
      usedBytes: sum(mailUsers.usedBytes).mapWith(Number),
      quotaBytes: sum(mailUsers.quotaBytes).mapWith(Number),
    })
    .from(tenants)
    .leftJoin(mailUsers, kept)
    .where(eq(tenants.id, tenantId))
    .groupBy(tenants.id);
  const { mode = "per_user", maxBytes = 0, usedBytes, quotaBytes } = row ?? {};
  return { mode, maxBytes, usedBytes: usedBytes ?? 0, quotaBytes: quotaBytes ?? 0 };
}
