import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import type { Closure, ReopenLink } from "../../schema/tenant";
import { openReopenLink } from "./reopen-link";

/** Which tenant a link opens again, and until when. Throws `auth.link_invalid`, also when it was opened again already or erased, `request.too_many`. */
export async function lookAtClosure(ctx: Context, { token }: ReopenLink): Promise<Closure> {
  await ctx.rateLimit("invitation.ip", ctx.ip);
  const { tenantId, closedAt } = openReopenLink(ctx, token);
  const [tenant] = await inScope(ctx.db, { tenantId }, (tx) =>
    tx.select().from(tenants).where(eq(tenants.id, tenantId)),
  );
  const eraseAt = canReopen(tenant, closedAt, ctx.now());
  if (!tenant || !eraseAt) throw new AppError("auth.link_invalid");
  return { company: tenant.name, eraseAt: eraseAt.toISOString() };
}

/** Until when the closing of `closedAt` can be undone; null when it cannot. */
export function canReopen(tenant: typeof tenants.$inferSelect | undefined, closedAt: string, now: Date): Date | null {
  if (tenant?.state !== "closed" || !tenant.eraseAt || tenant.eraseAt <= now) return null;
  return tenant.closedAt?.toISOString() === closedAt ? tenant.eraseAt : null;
}
