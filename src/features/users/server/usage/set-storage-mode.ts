import { and, eq, ne, sql } from "drizzle-orm";
import { mailUsers, tenants } from "../../../../../db/schema";
import { formatBytes } from "~/lib/bytes";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { SetStorageMode, TenantStorage } from "../../schema/usage";
import { storageOf } from "./storage-of";

/**
 * Has all mailboxes share the plan's storage, or gives each its own part. The latter needs quotas that fit the plan together. Throws
 * `tenant.limit_reached`, with what the plan has.
 */
export async function setStorageMode(ctx: Ctx, { mode }: SetStorageMode): Promise<TenantStorage> {
  requireRole(ctx, "owner", "admin");
  const { tenantId } = ctx;
  const own = eq(tenants.id, tenantId);
  const storage = await ctx.tx(async (tx) => {
    await tx.select({ id: tenants.id }).from(tenants).where(own).for("update");
    const before = await storageOf(tx, tenantId);
    if (before.mode === mode) return before;
    const { quotaBytes, usedBytes, maxBytes } = before;
    if (mode === "per_user" && quotaBytes > maxBytes)
      throw new AppError("tenant.limit_reached", {
        ...{ issues: [{ path: "mode", message: "users.issue_limit_storage" }], max: maxBytes },
        reason: `The plan allows ${formatBytes(maxBytes, "en")} of storage.`,
      });
    await tx.update(tenants).set({ storageMode: mode }).where(own);
    // A full pool holds each mailbox to what it has; the sweep brings the other limit to the engine.
    const kept = and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted"));
    const raised = { revision: sql`${mailUsers.revision} + 1`, applyError: null };
    if (usedBytes >= maxBytes) await tx.update(mailUsers).set(raised).where(kept);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, {
      ...{ action: "tenant.set_storage_mode", subject },
      ...{ before: { mode: before.mode }, after: { mode } },
    });
    return { ...before, mode };
  });
  ctx.events.publish({ tenantId, topic: "user" });
  return storage;
}
