import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { ForwardingRow } from "./forwarding-view";

/** Says at the confirmed recovery address, too, where mail goes on to: whoever planted the forwarding can delete what lies in the mailbox. */
export async function tellAtRecovery(
  tx: Transaction,
  ctx: Ctx,
  { mailUserId, target, keepsCopy }: Pick<ForwardingRow, "mailUserId" | "target" | "keepsCopy">,
): Promise<void> {
  const { tenantId, locale = "en", platform } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId));
  const [user] = await tx
    .select({ address: mailUsers.address, recipient: mailUsers.recoveryEmail })
    .from(mailUsers)
    .where(and(own, isNotNull(mailUsers.recoveryConfirmedAt)));
  if (!user?.recipient) return;
  const fields = { address: user.address, target, link: `${platform.appUrl}/mail/settings` };
  const kind = keepsCopy ? "forwarding_begun" : "forwarding_begun_away";
  await queueNotice(tx, ctx, { kind, recipient: user.recipient, locale, fields, tenantId });
}
