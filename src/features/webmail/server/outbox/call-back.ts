import { and, eq } from "drizzle-orm";
import { submissions } from "../../../../../db/schema";
import type { UserEngine } from "~/engine/mail-engine";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SubmissionRow } from "../claim-submission";
import { ownSubmissions } from "./own-submissions";

/**
 * Takes a held message out of the queue, for the caller to say what it is then; until that is stored it counts as one of which nobody knows, so that
 * an end in between is found out by itself. Returns the id of the draft that it is again. Throws `submission.too_late`.
 */
export async function callBack(ctx: MailboxCtx, engine: UserEngine, row: SubmissionRow): Promise<string> {
  const { id, engineSubmissionId, emailId } = row;
  if (row.state !== "sent" || !engineSubmissionId || !emailId) throw new AppError("submission.too_late");
  if (!(await move(ctx, id, "sent", "unknown"))) throw new AppError("submission.too_late");
  if (await engine.submissions.cancel({ submissionId: engineSubmissionId, emailId })) return emailId;
  await move(ctx, id, "unknown", "sent");
  throw new AppError("submission.too_late");
}

/** From one state into another, unless it has left that one. */
export async function move(
  ctx: MailboxCtx,
  id: string,
  from: SubmissionRow["state"],
  to: SubmissionRow["state"],
  also: Partial<SubmissionRow> = {},
): Promise<boolean> {
  const isThere = and(ownSubmissions(ctx), eq(submissions.id, id), eq(submissions.state, from));
  const moved = await ctx.tx((tx) =>
    tx
      .update(submissions)
      .set({ ...also, state: to, settledAt: ctx.now() })
      .where(isThere)
      .returning({ id: submissions.id }),
  );
  return moved.length > 0;
}
