import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { groups, tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { TenantId } from "~/server/context";

/**
 * Holds the tenant's row until the transaction ends, so that two at once cannot both take the last group of the plan, and checks that one
 * more fits. Throws `tenant.limit_reached` with what the plan allows.
 */
export async function requireGroupRoom(tx: Transaction, tenantId: TenantId): Promise<void> {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for("update");
  if (!tenant) throw new AppError("tenant.not_found");
  const own = and(eq(groups.tenantId, tenantId), isNull(groups.deletedAt));
  const [held] = await tx.select({ groups: count() }).from(groups).where(own);
  if ((held?.groups ?? 0) < tenant.maxGroups) return;
  throw new AppError("tenant.limit_reached", {
    issues: [{ path: "localPart", message: "groups.issue_limit" }],
    ...{ max: tenant.maxGroups, reason: `The plan allows ${tenant.maxGroups} groups.` },
  });
}
