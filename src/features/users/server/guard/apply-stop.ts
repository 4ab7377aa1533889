import { and, eq } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { UserRef } from "../../schema";

const name = (userId: string) => `stop ${userId}`;
const day = 86_400;

/**
 * Makes the mail server refuse even a program that is signed in already: it looks at the right to send when somebody signs in, at throttles with each
 * message. So a paused mailbox has one that lets a single message a day begin; whoever is not paused has none. Idempotent. Rejects with `EngineError`.
 */
export async function applyStop(ctx: Ctx, { userId }: UserRef): Promise<void> {
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId));
  const [user] = await ctx.tx((tx) =>
    tx.select({ address: mailUsers.address, pausedAt: mailUsers.sendingPausedAt }).from(mailUsers).where(own),
  );
  const { throttles } = ctx.engine.directory;
  if (user?.pausedAt)
    await throttles.ensure({ name: name(userId), sender: { address: user.address }, count: 1, periodSeconds: day });
  else await throttles.remove(name(userId));
}
