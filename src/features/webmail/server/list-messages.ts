import type { MailboxCtx } from "~/server/context";
import type { ListThreads, MessagePage } from "../schema";
import { listThreads } from "./list-threads";

/** One page of a folder for programs. Throws `mailbox.not_found`. */
export async function listMessages(ctx: MailboxCtx, input: ListThreads): Promise<MessagePage> {
  const { mailboxId, threads, total, cursor } = await listThreads(ctx, input);
  const messages = threads.map(({ messageId: id, ...row }) => ({ id, ...row }));
  return { mailboxId, messages, total, ...(cursor === undefined ? {} : { next: cursor }) };
}
