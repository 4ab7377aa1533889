import type { MailboxCtx } from "~/server/context";
import type { SetKeyword } from "../schema";
import { withEngine } from "./session-engine";

/** Marks messages read or unread, flagged or not. All or an error. */
export const setKeyword = (ctx: MailboxCtx, { messageIds, keyword, value }: SetKeyword): Promise<void> =>
  withEngine(ctx, (engine) => engine.messages.setKeywords(messageIds, { [keyword]: value }));
