import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { tenants } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { hashToken } from "~/server/session-token";

/** The mail may reach somebody who reads it after a weekend. */
const lifetimeMs = 72 * 3_600_000;

/**
 * Mails the target of a forwarding a link by which whoever reads mail there agrees. It works once; those before it no more. Returns what is
 * stored of it.
 */
export async function askTarget(
  tx: Transaction,
  ctx: Ctx,
  { address, target }: { address: string; target: string },
): Promise<{ tokenHash: string; tokenExpiresAt: Date }> {
  const { tenantId, locale = "en", platform } = ctx;
  const token = `forward.${randomBytes(32).toString("base64url")}`;
  const [tenant] = await tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  const fields = { company: tenant?.name ?? "", address, link: `${platform.appUrl}/confirm#${token}` };
  await queueNotice(tx, ctx, { kind: "confirm_forwarding", recipient: target, locale, fields, tenantId });
  return { tokenHash: hashToken(token), tokenExpiresAt: new Date(ctx.now().getTime() + lifetimeMs) };
}

/** However often the target is changed, no stranger gets more mail than this. Throws `request.too_many`. */
export async function limitAsking(ctx: Ctx, target: string): Promise<void> {
  await ctx.rateLimit("invite.tenant", ctx.tenantId);
  await ctx.rateLimit("invite.address", `${ctx.tenantId}:${target}`);
}
