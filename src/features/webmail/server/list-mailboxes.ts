import type { MailboxCtx } from "~/server/context";
import type { Mailboxes } from "../schema";
import { withEngine } from "./session-engine";

/** The folders of the mailbox. */
export const listMailboxes = (ctx: MailboxCtx): Promise<Mailboxes> =>
  withEngine(ctx, async (engine) => ({ mailboxes: await engine.mailboxes.list() }));
