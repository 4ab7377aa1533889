import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { MailUserRow } from "../mail-user-view";

export type AccessChange<T> = { action: string; after?: Record<string, unknown>; answer: T };

/**
 * Changes what hangs on a mailbox user and what the engine does not have to know, under the row's lock and with one audit row. The row
 * itself is changed by `changeUser` alone. Throws `user.not_found`.
 */
export async function changeAccess<T>(
  ctx: Ctx,
  userId: string,
  decide: (user: MailUserRow, tx: Transaction) => Promise<AccessChange<T>>,
): Promise<T> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const answer = await ctx.tx(async (tx) => {
    const [user] = await tx
      .select()
      .from(mailUsers)
      .where(and(own, withinReach(ctx, mailUsers.domainId)))
      .for("update");
    if (!user) throw new AppError("user.not_found");
    const change = await decide(user, tx);
    const { action, after } = change;
    await audit(tx, ctx, { action, subject: { type: "mail_user", id: userId }, after });
    return change.answer;
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: userId });
  return answer;
}
