import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { RenameTenant } from "../../schema/tenant";
import { lockTenant } from "../team/lock-member";

/** Gives the tenant another name; domains and addresses stay as they are. */
export async function renameTenant(ctx: Ctx, { name }: RenameTenant): Promise<void> {
  requireRole(ctx, "owner", "admin");
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const before = await lockTenant(tx, ctx);
    if (before.name === name) return;
    await tx.update(tenants).set({ name }).where(eq(tenants.id, tenantId));
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.rename", subject, before: { name: before.name }, after: { name } });
  });
}
