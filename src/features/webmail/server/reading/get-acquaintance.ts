import { and, eq } from "drizzle-orm";
import { correspondents } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import type { Acquaintance, GetAcquaintance } from "../../schema/reading";
import { withEngine } from "../session-engine";

/** Whether somebody has never written here before that time, nor been written to. Throws `request.too_many`. */
export async function getAcquaintance(ctx: MailboxCtx, { address, before }: GetAcquaintance): Promise<Acquaintance> {
  await ctx.rateLimit("acquaintance.mailbox", ctx.actor.mailUserId);
  const [written] = await ctx.tx((tx) =>
    tx
      .select({ id: correspondents.id })
      .from(correspondents)
      .where(
        and(
          eq(correspondents.tenantId, ctx.tenantId),
          eq(correspondents.mailUserId, ctx.actor.mailUserId),
          eq(correspondents.address, address),
        ),
      ),
  );
  if (written) return { isFirst: false };
  const filter = { from: address, before: new Date(before) };
  const { hits } = await withEngine(ctx, (engine) => engine.search({ filter, everywhere: true, limit: 1 }));
  return { isFirst: hits.length === 0 };
}
