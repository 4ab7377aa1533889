import { and, desc, eq, gt, lt } from "drizzle-orm";
import { sessions } from "../../../../../db/schema";
import type { ListSessions } from "~/features/auth/schema/security";
import type { MailboxCtx } from "~/server/context";
import type { MailSessionPage } from "../../schema/security";

/** Where the mailbox is open, newest first. */
export async function listMailSessions(ctx: MailboxCtx, { after, limit }: ListSessions): Promise<MailSessionPage> {
  const { mailUserId, sessionId } = ctx.actor;
  const own = and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.mailUserId, mailUserId));
  const open = and(own, gt(sessions.expiresAt, ctx.now()));
  const rows = await ctx.tx((tx) =>
    tx
      .select()
      .from(sessions)
      .where(and(open, after ? lt(sessions.id, after) : undefined))
      .orderBy(desc(sessions.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit).map(({ id, ip, userAgent, createdAt, rotatedAt }) => ({
    ...{ id, ip, userAgent, isThisOne: id === sessionId },
    ...{ createdAt: createdAt.toISOString(), lastUsedAt: rotatedAt.toISOString() },
  }));
  return { items, ...(rows.length > limit ? { next: items.at(-1)!.id } : {}) };
}
