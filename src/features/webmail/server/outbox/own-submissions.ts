import { and, eq } from "drizzle-orm";
import { submissions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SubmissionRow } from "../claim-submission";

/** What the signed-in mailbox user sent, and nobody else's. */
export const ownSubmissions = ({ tenantId, actor }: MailboxCtx) =>
  and(eq(submissions.tenantId, tenantId), eq(submissions.mailUserId, actor.mailUserId));

/** Throws `submission.not_found`. */
export async function getOwnSubmission(ctx: MailboxCtx, submissionId: string): Promise<SubmissionRow> {
  const own = and(ownSubmissions(ctx), eq(submissions.id, submissionId));
  const [row] = await ctx.tx((tx) => tx.select().from(submissions).where(own));
  if (!row) throw new AppError("submission.not_found");
  return row;
}
