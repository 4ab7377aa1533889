import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { lockTenant } from "~/features/auth/server/team/lock-member";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";
import { hashToken } from "~/server/session-token";
import type { ConfirmAlertAddress, ConfirmedAlertAddress } from "../../schema/alerts";
import { isAlertLinkOver } from "./alert-link";

/**
 * Confirms that whoever reads an address wants to hear of trouble with a tenant's domains: from now on such mail goes there. Works once, for
 * 48 hours. Throws `auth.link_invalid`, `request.too_many`.
 */
export async function confirmAlertAddress(
  ctx: Context,
  { token }: ConfirmAlertAddress,
): Promise<ConfirmedAlertAddress> {
  await ctx.rateLimit("link.ip", ctx.ip);
  if (isAlertLinkOver(token, ctx.now())) throw new AppError("auth.link_invalid");
  const hash = hashToken(token);
  const isMeant = eq(tenants.alertTokenHash, hash);
  const [found] = await inScope(ctx.db, { lookup: hash }, (tx) =>
    tx.select({ id: tenants.id }).from(tenants).where(isMeant),
  );
  if (!found) throw new AppError("auth.link_invalid");
  const { ip, requestId } = ctx;
  const actor = { ...systemContext(ctx, { job: "tenant.confirm_alert_address" }, found.id), ip, requestId };
  const confirmed = await actor.tx(async (tx) => {
    const { alertTokenHash, alertEmail, name } = await lockTenant(tx, actor);
    if (alertTokenHash !== hash || alertEmail === null) throw new AppError("auth.link_invalid");
    const change = { alertEmailConfirmedAt: ctx.now(), alertTokenHash: null };
    await tx.update(tenants).set(change).where(eq(tenants.id, found.id));
    const subject = { type: "tenant", id: found.id } as const;
    const said = { action: "tenant.confirm_alert_address", subject, after: { email: alertEmail } };
    await audit(tx, actor, said);
    return { email: alertEmail, company: name };
  });
  ctx.events.publish({ tenantId: actor.tenantId, topic: "domain" });
  return confirmed;
}
