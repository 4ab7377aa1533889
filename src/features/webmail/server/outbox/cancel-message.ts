import type { MailboxCtx } from "~/server/context";
import type { CalledBack, SubmissionRef } from "../../schema/outbox";
import { withEngine } from "../session-engine";
import { settleSubmission } from "../settle-submission";
import { callBack } from "./call-back";
import { getOwnSubmission } from "./own-submissions";

/**
 * Undoes a send that the mail server still holds: the message is a draft again. Throws `submission.not_found`, `submission.too_late` when it has
 * left, `engine.unavailable` when nobody can say whether it has.
 */
export async function cancelMessage(ctx: MailboxCtx, { submissionId }: SubmissionRef): Promise<CalledBack> {
  const row = await getOwnSubmission(ctx, submissionId);
  const draftId = await withEngine(ctx, (engine) => callBack(ctx, engine, row));
  await settleSubmission(ctx, submissionId, { state: "cancelled" });
  return { draftId };
}
