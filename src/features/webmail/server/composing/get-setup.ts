import type { MailboxCtx } from "~/server/context";
import type { ComposingSetup } from "../../schema/composing";
import { listIdentities } from "./list-identities";
import { listSignatures } from "./list-signatures";

/** What a composer has to know: as whom one may write, and one's signatures. */
export const getSetup = (ctx: MailboxCtx): Promise<ComposingSetup> =>
  ctx.tx(async (tx) => ({ identities: await listIdentities(tx, ctx), signatures: await listSignatures(tx, ctx) }));
