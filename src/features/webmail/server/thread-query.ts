import type { ThreadQuery } from "~/engine/mail-engine";
import type { ListThreads } from "../schema";

/** The engine's question behind a page of a folder. */
export const threadQuery = ({ mailboxId, role, after, limit }: ListThreads): ThreadQuery => ({
  mailbox: mailboxId ? { id: mailboxId } : { role: role ?? "inbox" },
  limit,
  ...(after ? { after } : {}),
});
