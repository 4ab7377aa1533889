import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { submissions } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SendMessage } from "../schema";
import { countRecipients, recipientsOf } from "./count-recipients";

export type ClaimedSubmission = typeof submissions.$inferSelect & {
  /** True for the one call that wrote the row: only that one may hand the message to the engine. */
  first: boolean;
};

/** A message that is to be sent once, under the key of whoever sends it. */
export type KeyedMessage = SendMessage & { idempotencyKey: string };

const hashOf = (input: KeyedMessage) => createHash("sha256").update(JSON.stringify(input)).digest("base64url");

/**
 * Writes down that this message is about to be sent, with the Message-ID it will have, before anything else happens; a repetition finds
 * the row of the first call and is not counted again. Throws `tenant.limit_reached`, and `request.invalid` when the key was used for another message.
 */
export async function claimSubmission(ctx: MailboxCtx, input: KeyedMessage): Promise<ClaimedSubmission> {
  const { mailUserId, address } = ctx.actor;
  const { tenantId } = ctx;
  const { idempotencyKey } = input;
  const bodyHash = hashOf(input);
  const id = Bun.randomUUIDv7();
  const messageId = `${id}@${address.slice(address.indexOf("@") + 1)}`;
  const row = await ctx.tx(async (tx) => {
    const values = { id, tenantId, mailUserId, idempotencyKey, bodyHash, messageId, createdAt: ctx.now() };
    const [made] = await tx.insert(submissions).values(values).onConflictDoNothing().returning();
    if (made) {
      await countRecipients(tx, ctx, recipientsOf(input));
      return made;
    }
    const same = [eq(submissions.tenantId, tenantId), eq(submissions.mailUserId, mailUserId)];
    const [found] = await tx
      .select()
      .from(submissions)
      .where(and(...same, eq(submissions.idempotencyKey, idempotencyKey)));
    return found!;
  });
  if (row.bodyHash !== bodyHash)
    throw new AppError("request.invalid", {
      issues: [{ path: "idempotencyKey", message: "This key was used for another message." }],
    });
  return { ...row, first: row.id === id };
}
