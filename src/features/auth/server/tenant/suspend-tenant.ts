import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { lockTenant } from "../team/lock-member";
import { applyState, endAll, release } from "./apply-state";

/**
 * Locks everybody of a tenant out, at once: members, mailbox users, API tokens, and mail programs as soon as the engine was told. Mail still
 * arrives. For operators only. Throws `tenant.not_found`, `tenant.closed`.
 */
export async function suspendTenant(ctx: Ctx, { reason }: { reason: string }): Promise<void> {
  const { tenantId } = ctx;
  const ended = await ctx.tx(async (tx) => {
    const { state } = await lockTenant(tx, ctx);
    if (state === "closed") throw new AppError("tenant.closed");
    await tx.update(tenants).set({ state: "suspended", suspendedReason: reason }).where(eq(tenants.id, tenantId));
    await applyState(tx, ctx);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.suspend", subject, before: { state }, after: { reason } });
    return endAll(tx, ctx);
  });
  await release(ctx, ended);
}
