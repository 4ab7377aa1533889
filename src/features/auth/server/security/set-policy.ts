import { and, eq, gt } from "drizzle-orm";
import { sessions, tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type MemberCtx, requireRole } from "~/server/context";
import { renewSessions } from "~/server/renew-sessions";
import { renewTokens } from "~/server/renew-tokens";
import type { SetPolicy } from "../../schema/security";

/**
 * Whether members must have a second factor. Those who have none may do nothing but add one, at once. Whoever asks it of others has one:
 * throws `auth.second_factor_required`, `auth.role_too_low`.
 */
export async function setPolicy(ctx: MemberCtx, { requiresSecondFactor }: SetPolicy): Promise<void> {
  requireRole(ctx, "owner");
  if (requiresSecondFactor && !ctx.actor.hasSecondFactor) throw new AppError("auth.second_factor_required");
  const { tenantId } = ctx;
  const concerned = await ctx.tx(async (tx) => {
    const own = eq(tenants.id, tenantId);
    const [before] = await tx
      .select({ requiresSecondFactor: tenants.requiresSecondFactor })
      .from(tenants)
      .where(own)
      .for("update");
    if (before?.requiresSecondFactor === requiresSecondFactor) return [];
    await tx.update(tenants).set({ requiresSecondFactor }).where(own);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "auth.policy_set", subject, before, after: { requiresSecondFactor } });
    const lacking = and(
      eq(sessions.kind, "member"),
      eq(sessions.hasSecondFactor, false),
      gt(sessions.expiresAt, ctx.now()),
    );
    return tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.tenantId, tenantId), lacking));
  });
  renewSessions(
    ctx,
    tenantId,
    concerned.map(({ id }) => id),
  );
  await renewTokens(ctx);
}
