import { and, eq } from "drizzle-orm";
import { mailboxPreferences } from "../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { MailPreferences } from "../schema/preferences";
import type { SendMessage } from "../schema/sending";

/** For how many seconds the writer wants to be able to take a message back. */
export async function undoSecondsOf(ctx: MailboxCtx, { undoSeconds = 0 }: SendMessage): Promise<number> {
  if (undoSeconds !== "preferred") return undoSeconds;
  const { tenantId, actor } = ctx;
  const own = and(eq(mailboxPreferences.tenantId, tenantId), eq(mailboxPreferences.mailUserId, actor.mailUserId));
  const [row] = await ctx.tx((tx) => tx.select({ data: mailboxPreferences.data }).from(mailboxPreferences).where(own));
  return MailPreferences.strip().parse(row?.data ?? {}).undoSeconds;
}
