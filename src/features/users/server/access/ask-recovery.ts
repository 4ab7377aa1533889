import type { Transaction } from "../../../../../db/client";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { requireConfirmed } from "~/server/require-confirmed";
import type { MailUserRow } from "../mail-user-view";
import { issueMailboxLink } from "./mailbox-link";

/** Mails the link that confirms a recovery address, of which the caller has seen that it is outside. Throws `auth.not_confirmed` for a tenant that may not mail yet. */
export async function askRecovery(tx: Transaction, ctx: Ctx, user: MailUserRow, email: string): Promise<void> {
  await requireConfirmed(tx, ctx);
  const { tenantId, locale = "en" } = ctx;
  const { link } = await issueMailboxLink(tx, ctx, { tenantId, mailUserId: user.id, kind: "recovery_email", email });
  const fields = { address: user.address, link };
  await queueNotice(tx, ctx, { kind: "mailbox_recovery", recipient: email, locale, fields, tenantId });
}
