import { and, eq, ne } from "drizzle-orm";
import { domains, mailUsers, tenants } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { UserRef } from "../../schema";
import { issueMailboxLink } from "./mailbox-link";
import { isFrozenDomain } from "./require-outside";

/**
 * Mails a link for a new password to the recovery address of a mailbox. Only a confirmed address gets one, and none whose domain is frozen.
 * Nothing is done for whoever may not sign in, and for a mailbox user that there is not.
 */
export async function mailResetLink(ctx: Ctx, { userId }: UserRef): Promise<void> {
  const { tenantId, locale = "en" } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const [found] = await ctx.tx((tx) =>
    tx
      .select({ user: mailUsers, tenantState: tenants.state, frozenUntil: domains.frozenUntil })
      .from(mailUsers)
      .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
      .innerJoin(domains, eq(domains.id, mailUsers.domainId))
      .where(own),
  );
  const { user, tenantState, frozenUntil } = found ?? {};
  const recipient = user?.recoveryConfirmedAt ? user.recoveryEmail : null;
  if (!user?.maySignIn || !recipient || tenantState !== "active" || frozenUntil) return;
  if (await isFrozenDomain(ctx, recipient)) return;
  await ctx.tx(async (tx) => {
    const wanted = { tenantId, mailUserId: userId, kind: "reset", email: recipient } as const;
    const { link } = await issueMailboxLink(tx, ctx, wanted);
    const fields = { address: user.address, link };
    await queueNotice(tx, ctx, { kind: "mailbox_reset", recipient, locale, fields, tenantId });
    await audit(tx, ctx, { action: "access.request_reset", subject: { type: "mail_user", id: userId } });
  });
}
