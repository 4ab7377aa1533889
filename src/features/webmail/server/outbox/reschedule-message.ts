import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { RescheduleMessage } from "../../schema/outbox";
import type { Sent } from "../../schema/sending";
import type { SubmissionRow } from "../claim-submission";
import { holdSeconds } from "../hold-seconds";
import { requireMaySend } from "../require-may-send";
import { sentView } from "../sent-view";
import { withEngine } from "../session-engine";
import { settleSubmission } from "../settle-submission";
import { callBack, move } from "./call-back";
import { getOwnSubmission } from "./own-submissions";

/**
 * Has a held message leave at another time, or now: it is called back and submitted again as it is, so that at no moment two of it are under way.
 * Throws what sending and calling back throw; the message is a draft then.
 */
export async function rescheduleMessage(ctx: MailboxCtx, { submissionId, sendAt }: RescheduleMessage): Promise<Sent> {
  const hold = holdSeconds(ctx.now(), sendAt === undefined ? {} : { sendAt });
  const row = await getOwnSubmission(ctx, submissionId);
  await ctx.rateLimit("send.mailbox", ctx.actor.mailUserId);
  await ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    await requireMaySend(tx, ctx);
  });
  return withEngine(ctx, async (engine) => {
    const emailId = await callBack(ctx, engine, row);
    await move(ctx, submissionId, "unknown", "sending", { isScheduled: sendAt !== undefined });
    try {
      const submission = await engine.submissions.resend({ emailId, holdSeconds: hold });
      const settled = await settleSubmission(ctx, submissionId, { state: "sent", submission });
      return sentView(settled ?? row, ctx.now());
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return settleFailure(ctx, engine, row, error);
    }
  });
}

async function settleFailure(
  ctx: MailboxCtx,
  engine: UserEngine,
  { id, messageId, emailId }: SubmissionRow,
  error: EngineError,
): Promise<Sent> {
  const { failure, detail } = error;
  const isOpen = failure === "unknownOutcome" || failure === "conflict";
  const submission = isOpen ? await engine.submissions.find(messageId).catch(() => null) : null;
  if (submission) {
    const settled = await settleSubmission(ctx, id, { state: "sent", submission });
    if (settled) return sentView(settled, ctx.now());
  }
  if (isOpen) {
    await settleSubmission(ctx, id, { state: "unknown", error: detail });
    throw new AppError("submission.unknown_outcome");
  }
  if (failure !== "refused") {
    await settleSubmission(ctx, id, { state: "cancelled" });
    throw error;
  }
  await settleSubmission(ctx, id, { state: "refused", error: detail, draftId: emailId ?? undefined });
  throw new AppError("submission.refused", { reason: detail, ...(emailId ? { draftId: emailId } : {}) });
}
