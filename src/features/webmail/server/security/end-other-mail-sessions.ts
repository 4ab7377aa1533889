import type { MailboxCtx } from "~/server/context";
import { changeOwnMailbox } from "./change-own-mailbox";

/** Signs the mailbox user out in every browser but this one. */
export async function endOtherMailSessions(ctx: MailboxCtx): Promise<void> {
  await changeOwnMailbox(ctx, async () => ({ action: "session.revoke_others", endsOthers: true, answer: undefined }));
}
