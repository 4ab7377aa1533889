import { and, eq } from "drizzle-orm";
import { signatures } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SetSignature, Signature } from "../../schema/composing";

/** Changes what is given of a signature and answers with how it stands. Throws `signature.not_found`. */
export async function setSignature(ctx: MailboxCtx, { signatureId, ...changes }: SetSignature): Promise<Signature> {
  const { id, name, html, text, tenantId, mailUserId } = signatures;
  const own = and(eq(tenantId, ctx.tenantId), eq(mailUserId, ctx.actor.mailUserId), eq(id, signatureId));
  const [row] = await ctx.tx((tx) =>
    Object.keys(changes).length > 0
      ? tx.update(signatures).set(changes).where(own).returning({ id, name, html, text })
      : tx.select({ id, name, html, text }).from(signatures).where(own),
  );
  if (!row) throw new AppError("signature.not_found");
  return row;
}
