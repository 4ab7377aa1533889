import { and, eq } from "drizzle-orm";
import { people, tenants, users } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type MemberCtx, requireRole } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { takeSession } from "~/server/session-gate";
import type { CloseTenant } from "../../schema/tenant";
import { lockTenant } from "../team/lock-member";
import { applyState, endAll, release } from "./apply-state";
import { reopenLink } from "./reopen-link";

/** How long a closed tenant can be opened again; milliseconds. */
const graceMs = 30 * 86_400_000;

/**
 * Closes the tenant: everybody is signed out, mail programs are locked out, and in 30 days everything is erased. Until then each owner can
 * open it again with the link in a mail. Throws `auth.role_too_low`, `request.invalid` when the name typed is another.
 */
export async function closeTenant(ctx: MemberCtx, { name }: CloseTenant): Promise<void> {
  requireRole(ctx, "owner");
  const { tenantId } = ctx;
  const closedAt = ctx.now();
  const eraseAt = new Date(closedAt.getTime() + graceMs);
  const ended = await ctx.tx(async (tx) => {
    const tenant = await lockTenant(tx, ctx);
    if (tenant.name !== name)
      throw new AppError("request.invalid", { issues: [{ path: "name", message: "tenant.issue_other_name" }] });
    await tx.update(tenants).set({ state: "closed", closedAt, eraseAt }).where(eq(tenants.id, tenantId));
    await applyState(tx, ctx);
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.close", subject, after: { eraseAt: eraseAt.toISOString() } });
    const owners = await tx
      .select({ email: people.email, locale: people.locale })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(and(eq(users.tenantId, tenantId), eq(users.role, "owner")));
    for (const { email, locale } of owners) {
      const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(eraseAt);
      const link = reopenLink(ctx, { tenantId, closedAt: closedAt.toISOString(), email });
      const fields = { company: name, by: ctx.actor.email, until, link };
      await queueNotice(tx, ctx, { kind: "tenant_closed", recipient: email, locale, fields, tenantId });
    }
    return endAll(tx, ctx);
  });
  takeSession(ctx.cookies, "member");
  await release(ctx, ended);
}
