import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Context } from "~/server/context";
import type { RequestMailReset } from "../../schema/security";

/**
 * Has a link for a new password mailed to the confirmed recovery address of a mailbox. Known or not, with such an address or without, the
 * answer and the work until it are the same: a job is left for somebody or for nobody. Throws `request.too_many`.
 */
export async function requestMailReset(ctx: Context, { address }: RequestMailReset): Promise<void> {
  await ctx.rateLimit("reset.ip", ctx.ip);
  await ctx.rateLimit("reset.account", `mailbox ${address}`);
  const isIt = and(eq(mailUsers.address, address), ne(mailUsers.state, "deleted"));
  const [user] = await inScope(ctx.db, { lookup: address }, (tx) => tx.select().from(mailUsers).where(isIt));
  const { tenantId, id: userId } = user ?? { tenantId: Bun.randomUUIDv7(), id: Bun.randomUUIDv7() };
  const { locale = "en" } = ctx;
  await ctx.db.transaction((tx) => enqueue(tx, "mailbox.reset-link", { tenantId, userId, locale }, { key: userId }));
}
