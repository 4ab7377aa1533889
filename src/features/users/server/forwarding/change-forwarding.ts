import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { ForwardingOf } from "../../schema/forwarding";
import type { MailUserRow } from "../mail-user-view";
import { findForwarding, type ForwardingRow, toForwarding } from "./forwarding-view";

type Change = { action: string; before?: Record<string, unknown>; after?: Record<string, unknown> };

/** Of a mailbox user: those who look after the mailbox, or the person whose it is. Throws `auth.role_too_low`. */
export function requireOwnOrRole(ctx: Ctx, userId: string): void {
  if (ctx.actor.kind === "mailbox" && ctx.actor.mailUserId === userId) return;
  requireRole(ctx, "owner", "admin", "domain_admin");
}

/**
 * Changes where a mailbox user's mail goes on to, under the user's lock, with a new revision, one audit row and the job that brings it to
 * the engine. `decide` writes and says what it did, `null` when all is as wished. Throws `user.not_found`, `auth.role_too_low`.
 */
export async function changeForwarding(
  ctx: Ctx,
  userId: string,
  decide: (tx: Transaction, user: MailUserRow, row: ForwardingRow | undefined) => Promise<Change | null>,
): Promise<ForwardingOf> {
  requireOwnOrRole(ctx, userId);
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const answer = await ctx.tx(async (tx): Promise<ForwardingOf> => {
    const [user] = await tx
      .select()
      .from(mailUsers)
      .where(and(own, withinReach(ctx, mailUsers.domainId)))
      .for("update");
    if (!user) throw new AppError("user.not_found");
    const change = await decide(tx, user, await findForwarding(tx, tenantId, userId));
    if (change) {
      const anew = { revision: sql`${mailUsers.revision} + 1`, applyError: null };
      await tx.update(mailUsers).set(anew).where(own);
      await audit(tx, ctx, { ...change, subject: { type: "mail_user", id: userId } });
      await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id: userId }, { key: userId });
    }
    const row = await findForwarding(tx, tenantId, userId);
    const now = change ? { ...user, revision: user.revision + 1, applyError: null } : user;
    return { forwarding: row ? toForwarding(row, now) : null };
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: userId });
  return answer;
}
