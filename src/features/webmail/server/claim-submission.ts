import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { submissions } from "../../../../db/schema";
import { claimRecipients } from "~/features/users/server/limits/claim-recipients";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SendMessage } from "../schema/sending";
import { recipientsOf } from "./count-recipients";

export type SubmissionRow = typeof submissions.$inferSelect;
export type ClaimedSubmission = SubmissionRow & {
  /** True for the one call that wrote the row: only that one may hand the message to the engine. */
  first: boolean;
};

/** A message that is to be sent once, under the key of whoever sends it. */
export type KeyedMessage = SendMessage & { idempotencyKey: string };

/** What the message says and when it shall go; a draft that was saved once more in between says the same. */
const hashOf = ({ draftId: _, undoSeconds: __, ...said }: KeyedMessage) =>
  createHash("sha256").update(JSON.stringify(said)).digest("base64url");

/**
 * Writes down that this message is about to be sent, with the Message-ID it will have, before anything else happens; a repetition finds
 * the row of the first call and is not counted again. Throws `submission.limit_…`, `submission.draft_gone` for a draft that was sent in another
 * place, and `request.invalid` when the key was used for another message.
 */
export async function claimSubmission(ctx: MailboxCtx, input: KeyedMessage): Promise<ClaimedSubmission> {
  const { mailUserId, address } = ctx.actor;
  const { tenantId } = ctx;
  const { idempotencyKey, draftId, sendAt } = input;
  const bodyHash = hashOf(input);
  const id = Bun.randomUUIDv7();
  const messageId = `${id}@${address.slice(address.indexOf("@") + 1)}`;
  const recipients = recipientsOf(input);
  const row = await ctx.tx(async (tx) => {
    const values = {
      ...{ id, tenantId, mailUserId, idempotencyKey, bodyHash, messageId, recipients, createdAt: ctx.now() },
      ...{ draftId, isScheduled: sendAt !== undefined },
    };
    const [made] = await tx.insert(submissions).values(values).onConflictDoNothing().returning();
    if (made) {
      await claimRecipients(tx, { tenantId, mailUserId, recipients, at: ctx.now() });
      return made;
    }
    const same = [eq(submissions.tenantId, tenantId), eq(submissions.mailUserId, mailUserId)];
    const [found] = await tx
      .select()
      .from(submissions)
      .where(and(...same, eq(submissions.idempotencyKey, idempotencyKey)));
    if (!found) throw new AppError("submission.draft_gone");
    return found;
  });
  if (row.bodyHash !== bodyHash)
    throw new AppError("request.invalid", {
      issues: [{ path: "idempotencyKey", message: "This key was used for another message." }],
    });
  return { ...row, first: row.id === id };
}
