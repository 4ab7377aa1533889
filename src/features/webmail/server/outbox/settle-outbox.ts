import { and, eq, isNotNull, sql } from "drizzle-orm";
import { mailUsers, submissions } from "../../../../../db/schema";
import type { UserEngine } from "~/engine/mail-engine";
import { withMailboxKey } from "~/features/users/server/with-mailbox-key";
import type { Ctx } from "~/server/context";
import type { SubmissionRow } from "../claim-submission";
import { settleSubmission } from "../settle-submission";

/** What is younger is being worked on. */
export const youngMs = 60_000;
/** After so long what the mail server has not got did not reach it: no request takes longer, and its index has caught up. */
const certainMs = 180_000;

/** When a send of which nobody knows the end came into that state. */
const openSince = sql`coalesce(${submissions.settledAt}, ${submissions.createdAt})`;
/** Written out, not as parameters: only then does the planner know that a partial index holds all such rows. */
export const openBefore = (at: Date) =>
  sql`${submissions.state} in ('sending', 'unknown') and ${openSince} < ${at.toISOString()}::timestamptz`;

/**
 * Finds out what became of a mailbox user's messages of which nobody knows it, because a process ended or a reply was lost in between: under way, never
 * handed over, or called back. Idempotent. Rejects with `EngineError` when the mail server does not answer.
 */
export async function settleOutbox(ctx: Ctx, { userId }: { userId: string }): Promise<void> {
  const own = and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.mailUserId, userId));
  const [found, [user]] = await ctx.tx(async (tx) => [
    await tx
      .select()
      .from(submissions)
      .where(and(own, openBefore(new Date(ctx.now().getTime() - youngMs))))
      .orderBy(submissions.createdAt)
      .limit(50),
    await tx
      .select({ accountId: mailUsers.engineId })
      .from(mailUsers)
      .where(and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId), isNotNull(mailUsers.engineId))),
  ]);
  if (found.length === 0 || !user?.accountId) return;
  await withMailboxKey(ctx, { accountId: user.accountId, purpose: "outbox" }, async (engine) => {
    for (const row of found) await settleOne(ctx, engine, row);
  });
}

async function settleOne(ctx: Ctx, engine: UserEngine, row: SubmissionRow): Promise<void> {
  const { id, messageId, draftId, engineSubmissionId, emailId } = row;
  const submission = await engine.submissions.find(messageId);
  if (submission) {
    await settleSubmission(ctx, id, { state: "sent", submission });
    if (draftId) await engine.submissions.finish({ draftId });
    return;
  }
  const since = (row.settledAt ?? row.createdAt).getTime();
  if (ctx.now().getTime() - since < certainMs) return;
  // It had been handed over once, so somebody was calling it back.
  if (engineSubmissionId && emailId) await settleSubmission(ctx, id, { state: "cancelled" });
  else await settleSubmission(ctx, id, { state: "refused", error: "It never reached the mail server." });
}
