import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { submissions } from "../../../../db/schema";
import type { Submission } from "~/engine/mail-submissions";
import { giveRecipientsBack } from "~/features/users/server/limits/give-recipients-back";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { SubmissionRow } from "./claim-submission";

export type Settlement =
  | { state: "sent"; submission: Submission }
  /** `draftId`: what is left of it among the drafts. */
  | { state: "refused"; error: string; draftId?: string | undefined }
  /** Called back before it left, and a draft again. */
  | { state: "cancelled" }
  /** Neither sent nor refused can be said: it is looked up again, when somebody asks and by itself. */
  | { state: "unknown"; error: string };

const changeOf = (settlement: Settlement) => {
  if (settlement.state === "cancelled") return { error: null };
  if (settlement.state === "unknown") return { error: settlement.error };
  if (settlement.state === "refused") return { error: settlement.error, emailId: settlement.draftId };
  const { submissionId, emailId, sendAt, refused } = settlement.submission;
  return { engineSubmissionId: submissionId, emailId, sendAt: new Date(sendAt), refused, error: null };
};

/**
 * Stores how a send ended, with its audit row, unless that is stored already: of several who ask at once, whoever knows is believed, and
 * once. What certainly did not leave is not counted any more. Returns how it stands then, `undefined` when the claim was taken back.
 */
export async function settleSubmission(
  ctx: Ctx,
  submissionId: string,
  settlement: Settlement,
  /** More that is stored with it. */
  alongside: (tx: Transaction) => Promise<void> = async () => {},
): Promise<SubmissionRow | undefined> {
  const own = and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, submissionId));
  const { state } = settlement;
  const isOpen = inArray(submissions.state, state === "unknown" ? ["sending"] : ["sending", "unknown"]);
  return ctx.tx(async (tx) => {
    const [settled] = await tx
      .update(submissions)
      .set({ state, settledAt: ctx.now(), ...changeOf(settlement) })
      .where(and(own, isOpen))
      .returning();
    if (!settled) return (await tx.select().from(submissions).where(own))[0];
    await audit(tx, ctx, { action: `message.${state}`, subject: { type: "submission", id: submissionId } });
    if (state === "cancelled") await giveBack(tx, settled);
    await alongside(tx);
    return settled;
  });
}

/** Takes back the claim of a message that certainly never left, and what it took of the plan, so that the same click may try again. */
export async function releaseSubmission(ctx: Ctx, claim: SubmissionRow): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.delete(submissions).where(and(eq(submissions.tenantId, ctx.tenantId), eq(submissions.id, claim.id)));
    await giveBack(tx, claim);
  });
}

const giveBack = (tx: Transaction, { tenantId, mailUserId, recipients, createdAt: at }: SubmissionRow) =>
  giveRecipientsBack(tx, { tenantId, mailUserId, recipients, at });
