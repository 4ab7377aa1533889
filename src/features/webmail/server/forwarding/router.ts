import { getForwarding } from "~/features/users/server/forwarding/get-forwarding";
import { removeForwarding } from "~/features/users/server/forwarding/remove-forwarding";
import { resendForwarding } from "~/features/users/server/forwarding/resend-forwarding";
import { ChooseForwarding, ForwardingOf } from "~/features/users/schema/forwarding";
import type { MailboxCtx } from "~/server/context";
import { mailboxProcedure, router } from "~/server/trpc";
import { setOwnForwarding } from "./set-own-forwarding";

const me = ({ actor }: MailboxCtx) => ({ userId: actor.mailUserId });

export const forwardingRouter = router({
  get: mailboxProcedure.output(ForwardingOf).query(({ ctx }) => getForwarding(ctx, me(ctx))),
  set: mailboxProcedure
    .input(ChooseForwarding)
    .output(ForwardingOf)
    .mutation(({ ctx, input }) => setOwnForwarding(ctx, input)),
  resend: mailboxProcedure.output(ForwardingOf).mutation(({ ctx }) => resendForwarding(ctx, me(ctx))),
  remove: mailboxProcedure.output(ForwardingOf).mutation(({ ctx }) => removeForwarding(ctx, me(ctx))),
});
