import { and, eq } from "drizzle-orm";
import { submissions } from "../../../../db/schema";
import type { Submission } from "~/engine/mail-engine";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";

export type Settlement =
  | { state: "sent"; submission: Submission }
  | { state: "refused"; error: string }
  /** Neither sent nor refused can be said: it is looked up again when somebody asks. */
  | { state: "unknown"; error: string };

/** Stores how a send ended, with its audit row. */
export async function settleSubmission(ctx: MailboxCtx, submissionId: string, settlement: Settlement): Promise<void> {
  const own = and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, submissionId));
  const { state } = settlement;
  const set =
    settlement.state === "sent"
      ? { engineSubmissionId: settlement.submission.submissionId, refused: settlement.submission.refused, error: null }
      : { error: settlement.error };
  await ctx.tx(async (tx) => {
    await tx
      .update(submissions)
      .set({ state, settledAt: ctx.now(), ...set })
      .where(own);
    await audit(tx, ctx, { action: `message.${state}`, subject: { type: "submission", id: submissionId } });
  });
}

/** Takes back the claim of a message that certainly never left, so that the same click may try again. */
export async function releaseSubmission(ctx: MailboxCtx, submissionId: string): Promise<void> {
  await ctx.tx((tx) =>
    tx.delete(submissions).where(and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, submissionId))),
  );
}
