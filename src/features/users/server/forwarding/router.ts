import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, publicProcedure, router, tenantProcedure } from "~/server/trpc";
import { UserRef } from "../../schema";
import { ConfirmedForwarding, ConfirmForwarding, ForwardingOf, SetForwarding } from "../../schema/forwarding";
import { confirmForwarding } from "./confirm-forwarding";
import { getForwarding } from "./get-forwarding";
import { removeForwarding } from "./remove-forwarding";
import { resendForwarding } from "./resend-forwarding";
import { setForwarding } from "./set-forwarding";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const forwardingRouter = router({
  get: look
    .meta(rest("GET /users/{userId}/forwarding", "Show where the mail of a mailbox user goes on to"))
    .input(UserRef)
    .output(ForwardingOf)
    .query(({ ctx, input }) => getForwarding(ctx, input)),
  set: freshTenantProcedure
    .meta({ scope: "users:write" })
    .meta(rest("PUT /users/{userId}/forwarding", "Pass the mail of a mailbox user on to another address"))
    .input(SetForwarding)
    .output(ForwardingOf)
    .mutation(({ ctx, input }) => setForwarding(ctx, input)),
  resend: change
    .input(UserRef)
    .output(ForwardingOf)
    .mutation(({ ctx, input }) => resendForwarding(ctx, input)),
  remove: change
    .meta(rest("DELETE /users/{userId}/forwarding", "Pass the mail of a mailbox user on no more"))
    .input(UserRef)
    .output(ForwardingOf)
    .mutation(({ ctx, input }) => removeForwarding(ctx, input)),
  /** By whoever reads mail at the target. */
  confirm: publicProcedure
    .input(ConfirmForwarding)
    .output(ConfirmedForwarding)
    .mutation(({ ctx, input }) => confirmForwarding(ctx, input)),
});
