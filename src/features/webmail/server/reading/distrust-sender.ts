import { and, eq } from "drizzle-orm";
import { trustedSenders } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import type { DistrustSender } from "../../schema/reading";

/** Pictures in messages of this sender wait for a word again. Whoever was not trusted is none the worse. */
export async function distrustSender(ctx: MailboxCtx, { address }: DistrustSender): Promise<void> {
  await ctx.tx((tx) =>
    tx
      .delete(trustedSenders)
      .where(
        and(
          eq(trustedSenders.tenantId, ctx.tenantId),
          eq(trustedSenders.mailUserId, ctx.actor.mailUserId),
          eq(trustedSenders.address, address),
        ),
      ),
  );
}
