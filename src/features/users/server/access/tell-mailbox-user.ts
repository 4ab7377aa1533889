import type { Transaction } from "../../../../../db/client";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { MailUserRow } from "../mail-user-view";
import { mailboxChanges } from "./mailbox-changes";

export type MailboxChange = keyof typeof mailboxChanges;

/**
 * Mails a mailbox user, at the recovery address, that something about their sign-in has changed: whoever did it may not be them, and the
 * mailbox itself may be what they lost. Nobody is told while no such address is confirmed; the mailbox's activity says it all the same.
 */
export async function tellMailboxUser(
  tx: Transaction,
  ctx: Pick<Ctx, "secretBox" | "platform" | "tenantId" | "locale">,
  user: Pick<MailUserRow, "address" | "recoveryEmail" | "recoveryConfirmedAt">,
  change: MailboxChange,
): Promise<void> {
  const { recoveryEmail: recipient, recoveryConfirmedAt, address } = user;
  if (!recipient || !recoveryConfirmedAt) return;
  const { locale = "en", tenantId, platform } = ctx;
  const fields = { address, change: mailboxChanges[change][locale], link: `${platform.appUrl}/mail/forgot` };
  await queueNotice(tx, ctx, { kind: "mailbox_changed", recipient, locale, fields, tenantId });
}
