import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { lockTenant } from "../team/lock-member";
import { applyState } from "./apply-state";

/** Lets everybody of a suspended tenant in again; mailbox users who were suspended themselves stay so. Throws `tenant.not_found`, `tenant.closed`. */
export async function resumeTenant(ctx: Ctx): Promise<void> {
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const { state, suspendedReason } = await lockTenant(tx, ctx);
    if (state === "closed") throw new AppError("tenant.closed");
    if (state === "active") return;
    await tx.update(tenants).set({ state: "active", suspendedReason: null }).where(eq(tenants.id, tenantId));
    await applyState(tx, ctx);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.resume", subject, before: { reason: suspendedReason } });
  });
}
