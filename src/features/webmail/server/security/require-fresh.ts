import { and, eq } from "drizzle-orm";
import { sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { freshMs } from "~/server/trpc";

/** For what is dangerous: throws `auth.reauth_required` unless the mailbox user has proven within ten minutes who they are, `auth.required` when the session has ended. */
export async function requireFresh(ctx: MailboxCtx): Promise<void> {
  const own = and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, ctx.actor.sessionId));
  const [session] = await ctx.tx((tx) => tx.select({ at: sessions.authenticatedAt }).from(sessions).where(own));
  if (!session) throw new AppError("auth.required");
  if (ctx.now().getTime() - session.at.getTime() > freshMs) throw new AppError("auth.reauth_required");
}
