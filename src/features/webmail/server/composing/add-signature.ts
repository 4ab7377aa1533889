import { eq } from "drizzle-orm";
import { mailUsers, signatures } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { AddSignature, Signature } from "../../schema/composing";
import { listSignatures, maxSignatures } from "./list-signatures";

/** Adds a signature. Throws `signature.too_many`. */
export async function addSignature(ctx: MailboxCtx, { name, html, text }: AddSignature): Promise<Signature> {
  const own = { tenantId: ctx.tenantId, mailUserId: ctx.actor.mailUserId };
  return ctx.tx(async (tx) => {
    // Two that are added at once are counted one after the other.
    await tx.select({ id: mailUsers.id }).from(mailUsers).where(eq(mailUsers.id, own.mailUserId)).for("no key update");
    if ((await listSignatures(tx, ctx)).length >= maxSignatures)
      throw new AppError("signature.too_many", { max: maxSignatures });
    const [row] = await tx
      .insert(signatures)
      .values({ ...own, name, html, text })
      .returning({ id: signatures.id });
    return { id: row!.id, name, html, text };
  });
}
