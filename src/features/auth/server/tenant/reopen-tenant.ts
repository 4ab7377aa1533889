import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";
import type { ReopenLink } from "../../schema/tenant";
import { applyState } from "./apply-state";
import { canReopen } from "./look-at-closure";
import { openReopenLink } from "./reopen-link";

/**
 * Opens a closed tenant again, as it was, for whoever has the link that was mailed to an owner; to get in, one still has to sign in. Throws
 * `auth.link_invalid`, `request.too_many`.
 */
export async function reopenTenant(ctx: Context, { token }: ReopenLink): Promise<void> {
  await ctx.rateLimit("invitation.ip", ctx.ip);
  const { tenantId, closedAt, email } = openReopenLink(ctx, token);
  const { ip, requestId } = ctx;
  const actor = { ...systemContext(ctx, { job: "tenant.reopen" }, tenantId), ip, requestId };
  await actor.tx(async (tx) => {
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for("update");
    if (!canReopen(tenant, closedAt, ctx.now())) throw new AppError("auth.link_invalid");
    await tx.update(tenants).set({ state: "active", closedAt: null, eraseAt: null }).where(eq(tenants.id, tenantId));
    await applyState(tx, actor);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, actor, { action: "tenant.reopen", subject, after: { linkOf: email } });
  });
}
