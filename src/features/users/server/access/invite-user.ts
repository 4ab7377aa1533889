import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { requireConfirmed } from "~/server/require-confirmed";
import type { InviteUser, MailboxLink } from "../../schema/access";
import { getUser } from "../get-user";
import { changeAccess } from "./change-access";
import { issueMailboxLink } from "./mailbox-link";
import { requireOutside } from "./require-outside";
import { showLink } from "./show-link";

/**
 * Makes the link by which a mailbox user chooses the first password: good once, for 72 hours, and the one before it no more. It is shown to
 * whoever asks, to be passed on, and mailed to an outside address if one is given. Throws `user.not_found`, `user.has_password`,
 * `request.invalid` for an address inside, `auth.not_confirmed` for a tenant that may not mail yet, `request.too_many`.
 */
export async function inviteUser(ctx: Ctx, { userId, email }: InviteUser): Promise<MailboxLink> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  if (email) {
    const { address } = await getUser(ctx, { userId });
    await requireOutside(ctx, email, { id: userId, tenantId: ctx.tenantId, address });
    await ctx.rateLimit("invite.tenant", ctx.tenantId);
    await ctx.rateLimit("invite.address", `${ctx.tenantId}:${email}`);
  }
  const { tenantId, locale = "en" } = ctx;
  return changeAccess(ctx, userId, async (user, tx) => {
    if (user.passwordSetAt) throw new AppError("user.has_password");
    const { link, expiresAt } = await issueMailboxLink(tx, ctx, {
      ...{ tenantId, mailUserId: userId, kind: "invite", email },
    });
    if (email) {
      await requireConfirmed(tx, ctx);
      const [tenant] = await tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
      const fields = { company: tenant!.name, address: user.address, link };
      await queueNotice(tx, ctx, { kind: "mailbox_invite", recipient: email, locale, fields, tenantId });
    }
    return { action: "access.invite", after: email ? { email } : {}, answer: showLink(link, expiresAt, email ?? null) };
  });
}
