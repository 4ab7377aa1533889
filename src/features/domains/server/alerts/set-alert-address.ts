import { eq } from "drizzle-orm";
import { domains, people, tenants } from "../../../../../db/schema";
import { lockTenant } from "~/features/auth/server/team/lock-member";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type MemberCtx, requireRole } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { requireConfirmed } from "~/server/require-confirmed";
import type { AlertRecipients, SetAlertAddress } from "../../schema/alerts";
import { makeAlertLink } from "./alert-link";
import { isOutside } from "./is-outside";
import { listRecipients } from "./list-recipients";

/**
 * Chooses an address beside the members' that hears of trouble with the domains, and mails it a link: nothing else is sent there before it
 * was opened. It has to lie outside of the tenant's domains, for mail to those may be what is broken. Setting the same address again
 * mails another link. Throws `auth.not_confirmed` while the tenant is not, `request.invalid`, `request.too_many`.
 */
export async function setAlertAddress(ctx: MemberCtx, { email }: SetAlertAddress): Promise<AlertRecipients> {
  requireRole(ctx, "owner");
  const { tenantId } = ctx;
  if (email !== null) await ctx.rateLimit("link.person", ctx.actor.personId);
  await ctx.tx(async (tx) => {
    const { alertEmail: before, alertEmailConfirmedAt, name: company } = await lockTenant(tx, ctx);
    if (before === email && (email === null || alertEmailConfirmedAt)) return;
    const { link, hash } = makeAlertLink(ctx);
    if (email !== null) {
      await requireConfirmed(tx, ctx);
      const own = await tx.select({ name: domains.name }).from(domains).where(eq(domains.tenantId, tenantId));
      const names = own.map(({ name }) => name);
      if (!isOutside(email, names))
        throw new AppError("request.invalid", { issues: [{ path: "email", message: "watch.issue_inside" }] });
      const fields = { company, by: ctx.actor.email, link };
      const [me] = await tx.select().from(people).where(eq(people.id, ctx.actor.personId));
      const notice = { kind: "confirm_alert_address", recipient: email, locale: me?.locale ?? "en", fields } as const;
      await queueNotice(tx, ctx, { ...notice, tenantId });
    }
    const change = { alertEmail: email, alertEmailConfirmedAt: null, alertTokenHash: email === null ? null : hash };
    await tx.update(tenants).set(change).where(eq(tenants.id, tenantId));
    const subject = { type: "tenant", id: tenantId } as const;
    const said = { before: { email: before }, after: { email } };
    await audit(tx, ctx, { action: "tenant.set_alert_address", subject, ...said });
  });
  ctx.events.publish({ tenantId, topic: "domain" });
  return listRecipients(ctx);
}
