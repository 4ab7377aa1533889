import { and, eq, inArray } from "drizzle-orm";
import { submissions } from "../../../../db/schema";
import type { MailboxCtx } from "~/server/context";

/**
 * Says that the message is handed over from now on. False when that was so long in coming that it was given up meanwhile, and its writer told so:
 * then it must not leave any more.
 */
export async function isStillOpen(ctx: MailboxCtx, submissionId: string): Promise<boolean> {
  const own = and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, submissionId));
  const open = await ctx.tx((tx) =>
    tx
      .update(submissions)
      .set({ settledAt: ctx.now() })
      .where(and(own, inArray(submissions.state, ["sending", "unknown"])))
      .returning({ id: submissions.id }),
  );
  return open.length > 0;
}
