import type { ThreadQuery } from "~/engine/mail-objects";
import type { ThreadWindow } from "../schema/threads";

/** The engine's question behind a stretch of a folder. */
export const threadQuery = ({ mailboxId, role, ...window }: ThreadWindow): ThreadQuery => ({
  mailbox: mailboxId ? { id: mailboxId } : { role: role ?? "inbox" },
  ...window,
});
