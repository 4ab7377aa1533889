import { and, asc, eq } from "drizzle-orm";
import { signatures } from "../../../../../db/schema";
import type { Transaction } from "../../../../../db/client";
import type { MailboxCtx } from "~/server/context";
import type { Signature } from "../../schema/composing";

/** As many as one mailbox may have: they are all read whenever somebody writes. */
export const maxSignatures = 20;

/** The signatures of this mailbox, oldest first. */
export const listSignatures = (tx: Transaction, ctx: MailboxCtx): Promise<Signature[]> =>
  tx
    .select({ id: signatures.id, name: signatures.name, html: signatures.html, text: signatures.text })
    .from(signatures)
    .where(and(eq(signatures.tenantId, ctx.tenantId), eq(signatures.mailUserId, ctx.actor.mailUserId)))
    .orderBy(asc(signatures.id))
    .limit(maxSignatures);
