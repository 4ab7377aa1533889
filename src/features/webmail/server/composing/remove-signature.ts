import { and, eq } from "drizzle-orm";
import { signatures } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SignatureRef } from "../../schema/composing";

/** Removes a signature; addresses that had it write without one from then on. Throws `signature.not_found`. */
export async function removeSignature(ctx: MailboxCtx, { signatureId }: SignatureRef): Promise<void> {
  const { id, tenantId, mailUserId } = signatures;
  const own = and(eq(tenantId, ctx.tenantId), eq(mailUserId, ctx.actor.mailUserId), eq(id, signatureId));
  const gone = await ctx.tx((tx) => tx.delete(signatures).where(own).returning({ id }));
  if (gone.length === 0) throw new AppError("signature.not_found");
}
