import { EngineError } from "~/engine/engine-error";
import type { OutgoingMessage, UserEngine } from "~/engine/mail-engine";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { SendMessage, Sent } from "../schema";
import { type ClaimedSubmission, claimSubmission } from "./claim-submission";
import { recipientsOf } from "./count-recipients";
import { withEngine } from "./session-engine";
import { releaseSubmission, settleSubmission } from "./settle-submission";

/**
 * Sends a message once, however often it is asked to: the claim names the Message-ID before the first attempt, and whenever it is not
 * certain what became of it, it is looked up, never sent again. Throws `submission.refused`, `submission.unknown_outcome`,
 * `engine.unavailable` (nothing was sent), `auth.not_confirmed`, `tenant.limit_reached`, `request.too_many`.
 */
export async function sendMessage(ctx: MailboxCtx, asked: SendMessage): Promise<Sent> {
  const input = { ...asked, idempotencyKey: asked.idempotencyKey ?? ctx.idempotencyKey ?? Bun.randomUUIDv7() };
  await ctx.rateLimit("send.tenant", ctx.tenantId);
  await ctx.rateLimit("send.mailbox", ctx.actor.mailUserId);
  await ctx.tx((tx) => requireConfirmed(tx, ctx));
  const claim = await claimSubmission(ctx, input);
  const { id, messageId, state } = claim;
  if (state === "sent") return { messageId, refused: claim.refused };
  if (state === "refused") throw new AppError("submission.refused", { reason: claim.error ?? undefined });
  return withEngine(ctx, async (engine) => {
    if (!claim.first) return lookUp(ctx, engine, claim);
    try {
      const submission = await engine.submissions.send(await compose(ctx, engine, input, messageId));
      await settleSubmission(ctx, id, { state: "sent", submission });
      return { messageId, refused: submission.refused };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error.failure === "unknownOutcome") return lookUp(ctx, engine, claim);
      if (error.failure !== "refused") {
        await releaseSubmission(ctx, claim, recipientsOf(input));
        throw error;
      }
      await settleSubmission(ctx, id, { state: "refused", error: error.detail });
      throw new AppError("submission.refused", { reason: error.detail }, { cause: error });
    }
  });
}

async function lookUp(ctx: MailboxCtx, engine: UserEngine, { id, messageId }: ClaimedSubmission): Promise<Sent> {
  const submission = await engine.submissions.find(messageId).catch(() => null);
  if (!submission) {
    const unknown = { state: "unknown", error: "The mail server did not say what became of it." } as const;
    const settled = await settleSubmission(ctx, id, unknown);
    if (settled?.state === "sent") return { messageId, refused: settled.refused };
    throw new AppError("submission.unknown_outcome");
  }
  await settleSubmission(ctx, id, { state: "sent", submission });
  return { messageId, refused: submission.refused };
}

const toAddress = (email: string) => ({ name: null, email });

async function compose(
  ctx: MailboxCtx,
  engine: UserEngine,
  input: SendMessage,
  messageId: string,
): Promise<OutgoingMessage> {
  const [identities, answered] = await Promise.all([
    engine.identities.list(),
    input.replyToId ? engine.messages.get(input.replyToId) : null,
  ]);
  const identity = identities.find(({ email }) => email === ctx.actor.address) ?? identities[0];
  if (!identity) throw new EngineError("refused", "this mailbox has no address to send from");
  return {
    ...{ identityId: identity.id, from: { name: identity.name || null, email: identity.email } },
    ...{ to: input.to.map(toAddress), cc: input.cc.map(toAddress), bcc: input.bcc.map(toAddress) },
    ...{ subject: input.subject, text: input.text, html: null, messageId, attachments: [], holdSeconds: 0 },
    inReplyTo: answered?.messageId ? [answered.messageId] : [],
    references: answered ? [...answered.references, ...(answered.messageId ? [answered.messageId] : [])] : [],
  };
}
