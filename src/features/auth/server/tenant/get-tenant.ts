import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { Tenant } from "../../schema/tenant";

/** The tenant that the caller belongs to. Throws `tenant.not_found` when it was erased meanwhile. */
export async function getTenant(ctx: Ctx): Promise<Tenant> {
  requireRole(ctx, "owner", "admin", "viewer");
  const [tenant] = await ctx.tx((tx) => tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)));
  if (!tenant) throw new AppError("tenant.not_found");
  const { id, name, confirmedAt, requiresSecondFactor, createdAt } = tenant;
  return { id, name, requiresSecondFactor, isConfirmed: confirmedAt !== null, createdAt: createdAt.toISOString() };
}
