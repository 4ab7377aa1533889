import { and, eq } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { MailMe } from "../schema";

/** Who is signed in to this mailbox. Throws `auth.required` when the mailbox is gone. */
export async function getMailMe(ctx: MailboxCtx): Promise<MailMe> {
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, ctx.actor.mailUserId));
  const [me] = await ctx.tx((tx) =>
    tx.select({ address: mailUsers.address, displayName: mailUsers.displayName }).from(mailUsers).where(own),
  );
  if (!me) throw new AppError("auth.required");
  return me;
}
