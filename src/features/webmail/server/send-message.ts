import type { Transaction } from "../../../../db/client";
import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { OutgoingMessage } from "~/engine/mail-submissions";
import { requireTrust } from "~/features/users/server/guard/require-trust";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { sendWindows } from "~/server/plan-counter";
import { requireConfirmed } from "~/server/require-confirmed";
import type { SendMessage, Sent } from "../schema/sending";
import { type ClaimedSubmission, claimSubmission } from "./claim-submission";
import { composeMessage } from "./compose-message";
import { recordCorrespondents } from "./composing/record-correspondents";
import { emailsOf } from "./count-recipients";
import { keepFiles } from "./files/keep-files";
import { removeFiles } from "./files/remove-files";
import { holdSeconds } from "./hold-seconds";
import { isStillOpen } from "./is-still-open";
import { requireMaySend } from "./require-may-send";
import { sentView } from "./sent-view";
import { withEngine } from "./session-engine";
import { releaseSubmission, settleSubmission } from "./settle-submission";
import { undoSecondsOf } from "./undo-seconds";

const minuteMs = 60_000;

/**
 * Sends a message once, however often it is asked to: the claim names the Message-ID before the first attempt, and whenever it is not
 * certain what became of it, it is looked up, never sent again. Throws `submission.refused`, `submission.throttled`, `submission.unknown_outcome`,
 * `submission.forbidden_from`, `submission.draft_gone`, `submission.cancelled`, `engine.unavailable` (nothing was sent), `auth.not_confirmed`,
 * `tenant.limit_reached`, `user.sending_paused`, `user.may_not_send`, `request.too_many`.
 */
export async function sendMessage(ctx: MailboxCtx, asked: SendMessage): Promise<Sent> {
  const input = { ...asked, idempotencyKey: asked.idempotencyKey ?? ctx.idempotencyKey ?? Bun.randomUUIDv7() };
  await ctx.rateLimit("send.tenant", ctx.tenantId);
  await ctx.rateLimit("send.mailbox", ctx.actor.mailUserId);
  await ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    await requireMaySend(tx, ctx);
  });
  const claim = await claimSubmission(ctx, input);
  if (!claim.first) return answerAgain(ctx, claim);
  return withEngine(ctx, async (engine) => {
    const message = await prepare(ctx, engine, { input, claim }).catch(async (error: unknown) => {
      await releaseSubmission(ctx, claim);
      throw error;
    });
    return hand(ctx, engine, { input, claim, message });
  });
}

/** Nothing of this sends. */
async function prepare(
  ctx: MailboxCtx,
  engine: UserEngine,
  { input, claim }: { input: SendMessage; claim: ClaimedSubmission },
): Promise<OutgoingMessage> {
  const { sendAt } = input;
  const undoSeconds = await undoSecondsOf(ctx, input);
  const hold = holdSeconds(ctx.now(), { undoSeconds, ...(sendAt === undefined ? {} : { sendAt }) });
  await requireTrust(ctx, emailsOf(input));
  return composeMessage(ctx, engine, input, { messageId: claim.messageId, holdSeconds: hold });
}

/** The one attempt. */
async function hand(
  ctx: MailboxCtx,
  engine: UserEngine,
  { input, claim, message }: { input: SendMessage; claim: ClaimedSubmission; message: OutgoingMessage },
): Promise<Sent> {
  const { id } = claim;
  const remember = (tx: Transaction) => recordCorrespondents(tx, ctx, [...input.to, ...input.cc, ...input.bcc]);
  if (!(await isStillOpen(ctx, id))) throw new AppError("submission.refused");
  try {
    const submission = await engine.submissions.send(message);
    const [settled] = await Promise.all([
      settleSubmission(ctx, id, { state: "sent", submission }, remember),
      // It is under way whether or not this succeeds.
      engine.submissions.finish(message).catch((error: unknown) => ctx.log.warn("a sent draft was left", { error })),
      // What can be taken back may need them again until then; the sweep removes those.
      message.holdSeconds > 0
        ? keepFiles(ctx, input.files, message.holdSeconds * 1000 + minuteMs)
        : removeFiles(ctx, input.files),
    ]);
    return sentView(settled ?? claim, ctx.now());
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { failure, detail, draftId } = error;
    if (failure === "unknownOutcome") return lookUp(ctx, engine, claim);
    if (failure !== "refused") {
      await releaseSubmission(ctx, claim);
      throw failure === "throttled" ? throttled(ctx.now()) : error;
    }
    await settleSubmission(ctx, id, { state: "refused", error: detail, draftId });
    throw new AppError("submission.refused", { reason: detail, ...(draftId ? { draftId } : {}) }, { cause: error });
  }
}

/** The mail server counts by the hour and the day and does not say which is full: the next hour is worth a try. */
function throttled(now: Date): AppError {
  const { of: hourOf, ms } = sendWindows.hour;
  const retryAfterSeconds = Math.ceil((hourOf(now).getTime() + ms - now.getTime()) / 1000);
  return new AppError("submission.throttled", { retryAfterSeconds });
}

/** What whoever repeats a click is told. */
async function answerAgain(ctx: MailboxCtx, claim: ClaimedSubmission): Promise<Sent> {
  const { state, error, emailId } = claim;
  if (state === "sent") return sentView(claim, ctx.now());
  if (state === "cancelled") throw new AppError("submission.cancelled");
  if (state === "refused")
    throw new AppError("submission.refused", {
      ...(error ? { reason: error } : {}),
      ...(emailId ? { draftId: emailId } : {}),
    });
  return withEngine(ctx, (engine) => lookUp(ctx, engine, claim));
}

async function lookUp(ctx: MailboxCtx, engine: UserEngine, claim: ClaimedSubmission): Promise<Sent> {
  const { id, messageId, draftId } = claim;
  const submission = await engine.submissions.find(messageId).catch(() => null);
  if (submission) {
    const settled = await settleSubmission(ctx, id, { state: "sent", submission });
    if (draftId) await engine.submissions.finish({ draftId }).catch(() => undefined);
    return sentView(settled ?? claim, ctx.now());
  }
  const unknown = { state: "unknown", error: "The mail server did not say what became of it." } as const;
  const settled = await settleSubmission(ctx, id, unknown);
  if (settled?.state === "sent") return sentView(settled, ctx.now());
  throw new AppError("submission.unknown_outcome");
}
