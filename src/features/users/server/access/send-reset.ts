import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { MailboxLink, SendReset } from "../../schema/access";
import { changeAccess } from "./change-access";
import { getAccess } from "./get-access";
import { issueMailboxLink } from "./mailbox-link";
import { isFrozenDomain } from "./require-outside";
import { showLink } from "./show-link";

/** Passed on by hand it may take until the user is there. */
const handedMs = 24 * 3_600_000;

/**
 * Makes a link for a new password of a mailbox that has one. To the confirmed recovery address it goes by mail, and nobody else sees it;
 * without such an address it is shown, to be passed on. The password stays as it is until the link is used. Throws `user.not_found`,
 * `user.no_password`, `user.no_recovery`, `request.too_many`.
 */
export async function sendReset(ctx: Ctx, { userId, toRecovery }: SendReset): Promise<MailboxLink> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId, locale = "en" } = ctx;
  if (toRecovery) await ctx.rateLimit("link.person", userId);
  const { recoveryEmail } = await getAccess(ctx, { userId });
  const recipient = recoveryEmail && !(await isFrozenDomain(ctx, recoveryEmail)) ? recoveryEmail : null;
  return changeAccess(ctx, userId, async (user, tx) => {
    if (!user.passwordSetAt) throw new AppError("user.no_password");
    const wanted = { tenantId, mailUserId: userId, kind: "reset" } as const;
    if (!toRecovery) {
      const { link, expiresAt } = await issueMailboxLink(tx, ctx, { ...wanted, lifetimeMs: handedMs });
      return { action: "access.send_reset", after: { shown: true }, answer: showLink(link, expiresAt, null) };
    }
    if (!recipient || user.recoveryEmail !== recipient) throw new AppError("user.no_recovery");
    const { link, expiresAt } = await issueMailboxLink(tx, ctx, { ...wanted, email: recipient });
    const fields = { address: user.address, link };
    await queueNotice(tx, ctx, { kind: "mailbox_reset", recipient, locale, fields, tenantId });
    const answer = { link: null, picture: [], mailedTo: recipient, expiresAt: expiresAt.toISOString() };
    return { action: "access.send_reset", after: { shown: false }, answer };
  });
}
