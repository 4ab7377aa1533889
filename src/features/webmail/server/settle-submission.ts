import { and, eq, inArray } from "drizzle-orm";
import { submissions } from "../../../../db/schema";
import type { Submission } from "~/engine/mail-engine";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import { giveRecipientsBack } from "./count-recipients";

export type Settlement =
  | { state: "sent"; submission: Submission }
  | { state: "refused"; error: string }
  /** Neither sent nor refused can be said: it is looked up again when somebody asks. */
  | { state: "unknown"; error: string };

/**
 * Stores how a send ended, with its audit row, unless that is stored already: of several who ask at once, whoever knows is believed, and
 * once. Returns how it stands then, `undefined` when the claim was taken back.
 */
export async function settleSubmission(ctx: MailboxCtx, submissionId: string, settlement: Settlement) {
  const own = and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, submissionId));
  const { state } = settlement;
  const isOpen = inArray(submissions.state, state === "unknown" ? ["sending"] : ["sending", "unknown"]);
  const set =
    settlement.state === "sent"
      ? { engineSubmissionId: settlement.submission.submissionId, refused: settlement.submission.refused, error: null }
      : { error: settlement.error };
  return ctx.tx(async (tx) => {
    const [settled] = await tx
      .update(submissions)
      .set({ state, settledAt: ctx.now(), ...set })
      .where(and(own, isOpen))
      .returning();
    if (settled)
      await audit(tx, ctx, { action: `message.${state}`, subject: { type: "submission", id: submissionId } });
    return settled ?? (await tx.select().from(submissions).where(own))[0];
  });
}

/** Takes back the claim of a message that certainly never left, and what it took of the plan, so that the same click may try again. */
export async function releaseSubmission(
  ctx: MailboxCtx,
  { id, createdAt }: { id: string; createdAt: Date },
  recipients: number,
): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.delete(submissions).where(and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, id)));
    await giveRecipientsBack(tx, ctx, recipients, createdAt);
  });
}
