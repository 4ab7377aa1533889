import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import { UserRef } from "../../schema";
import { InviteUser, MailboxLink, ProposeRecovery, SendReset, UserAccess, UserAppPassword } from "../../schema/access";
import { endUserSessions } from "./end-user-sessions";
import { getAccess } from "./get-access";
import { inviteUser } from "./invite-user";
import { proposeRecovery } from "./propose-recovery";
import { removeSecondFactor } from "./remove-second-factor";
import { revokeAppPassword } from "./revoke-app-password";
import { revokeLink } from "./revoke-link";
import { sendReset } from "./send-reset";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });
const dangerous = freshTenantProcedure.meta({ scope: "users:write" });

export const accessRouter = router({
  get: look
    .meta(rest("GET /users/{userId}/access", "Show how a mailbox user signs in"))
    .input(UserRef)
    .output(UserAccess)
    .query(({ ctx, input }) => getAccess(ctx, input)),
  invite: change
    .meta(rest("POST /users/{userId}/invitation", "Make a link by which the user chooses the first password"))
    .input(InviteUser)
    .output(MailboxLink)
    .mutation(({ ctx, input }) => inviteUser(ctx, input)),
  sendReset: dangerous
    .input(SendReset)
    .output(MailboxLink)
    .mutation(({ ctx, input }) => sendReset(ctx, input)),
  revokeLink: change
    .meta(rest("DELETE /users/{userId}/invitation", "Make the link for a password worthless", { status: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeLink(ctx, input)),
  proposeRecovery: change
    .input(ProposeRecovery)
    .output(z.void())
    .mutation(({ ctx, input }) => proposeRecovery(ctx, input)),
  endSessions: change
    .meta(rest("DELETE /users/{userId}/sessions", "Sign the user out of the webmail everywhere", { status: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => endUserSessions(ctx, input)),
  removeSecondFactor: dangerous
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeSecondFactor(ctx, input)),
  revokeAppPassword: change
    .input(UserAppPassword)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeAppPassword(ctx, input)),
});
