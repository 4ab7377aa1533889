import { and, desc, eq, gt } from "drizzle-orm";
import { mailboxRecoveryCodes, mailboxTokens } from "../../../../../db/schema";
import { appPasswordsOf, maxAppPasswords } from "~/features/users/server/access/app-passwords-of";
import type { MailboxCtx } from "~/server/context";
import type { MailSecurity } from "../../schema/security";
import { findOwnMailbox } from "./find-own-mailbox";

/** How whoever is signed in gets into the mailbox. Throws `auth.required` when it is gone. */
export async function getMailSecurity(ctx: MailboxCtx): Promise<MailSecurity> {
  const { tenantId } = ctx;
  const { mailUserId } = ctx.actor;
  const { tenantId: ofTenant, mailUserId: ofUser } = mailboxTokens;
  const asked = and(eq(ofTenant, tenantId), eq(ofUser, mailUserId), eq(mailboxTokens.kind, "recovery_email"));
  const codes = and(eq(mailboxRecoveryCodes.tenantId, tenantId), eq(mailboxRecoveryCodes.mailUserId, mailUserId));
  // Sent together: one round trip.
  const [user, recoveryCodesLeft, [link], appPasswords] = await ctx.tx((tx) =>
    Promise.all([
      findOwnMailbox(tx, ctx),
      tx.$count(mailboxRecoveryCodes, codes),
      tx
        .select({ email: mailboxTokens.email })
        .from(mailboxTokens)
        .where(and(asked, gt(mailboxTokens.expiresAt, ctx.now())))
        .orderBy(desc(mailboxTokens.id))
        .limit(1),
      appPasswordsOf(tx, { id: mailUserId, tenantId }),
    ]),
  );
  return {
    ...{ address: user.address, passwordSetAt: user.passwordSetAt?.toISOString() ?? null },
    ...{ hasTotp: user.totpConfirmedAt !== null, recoveryCodesLeft },
    recoveryEmail: user.recoveryConfirmedAt ? user.recoveryEmail : null,
    ...{ recoveryAsked: link?.email ?? null, appPasswords, maxAppPasswords },
  };
}
