import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import {
  CreateUser,
  ListUsers,
  MailUser,
  RenameUser,
  SetPassword,
  SetQuota,
  SetState,
  SuspendUser,
  UpdateUser,
  UserPage,
  UserRef,
} from "../schema";
import { bulkRouter } from "./bulk/router";
import { accessRouter } from "./access/router";
import { aliasesRouter } from "./aliases/router";
import { forwardingRouter } from "./forwarding/router";
import { groupsRouter } from "./groups/router";
import { importsRouter } from "./imports/router";
import { usageRouter } from "./usage/router";
import { limitsRouter } from "./limits/router";
import { traceRouter } from "./trace/router";
import { statsRouter } from "./stats/router";
import { runsRouter } from "./runs/router";
import { guardRouter } from "./guard/router";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { purgeUser } from "./purge-user";
import { removeUser } from "./remove-user";
import { renameUser } from "./rename-user";
import { resumeUser } from "./resume-user";
import { retryUser } from "./retry-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { setState } from "./set-state";
import { suspendUser } from "./suspend-user";
import { undeleteUser } from "./undelete-user";
import { updateUser } from "./update-user";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const usersRouter = router({
  list: look
    .meta(rest("GET /users", "List the mailbox users, newest first"))
    .input(ListUsers)
    .output(UserPage)
    .query(({ ctx, input }) => listUsers(ctx, input)),
  get: look
    .meta(rest("GET /users/{userId}", "Show a mailbox user"))
    .input(UserRef)
    .output(MailUser)
    .query(({ ctx, input }) => getUser(ctx, input)),
  create: change
    .meta(
      rest("POST /users", "Create a mailbox user", {
        status: 201,
        description: "Without a password, which is for moving from elsewhere, its user chooses one by an invitation.",
      }),
    )
    .input(CreateUser)
    .output(MailUser)
    .mutation(({ ctx, input }) => createUser(ctx, input)),
  setPassword: change
    .meta(rest("PUT /users/{userId}/password", "Set a new password and sign the user out everywhere"))
    .input(SetPassword)
    .output(MailUser)
    .mutation(({ ctx, input }) => setPassword(ctx, input)),
  setQuota: change
    .input(SetQuota)
    .output(MailUser)
    .mutation(({ ctx, input }) => setQuota(ctx, input)),
  update: change
    .meta(rest("PATCH /users/{userId}", "Change the name or the storage of a mailbox user"))
    .input(UpdateUser)
    .output(MailUser)
    .mutation(({ ctx, input }) => updateUser(ctx, input)),
  setState: change
    .meta(rest("PUT /users/{userId}/status", "Suspend a mailbox user, or end that"))
    .input(SetState)
    .output(MailUser)
    .mutation(({ ctx, input }) => setState(ctx, input)),
  suspend: change
    .input(SuspendUser)
    .output(MailUser)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),
  resume: change
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => resumeUser(ctx, input)),
  remove: change
    .meta(rest("DELETE /users/{userId}", "Delete a mailbox user; for 30 days that can be undone", { status: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeUser(ctx, input)),
  undelete: change
    .meta(rest("POST /users/{userId}/undelete", "Bring a deleted mailbox user back, with all mail"))
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => undeleteUser(ctx, input)),
  purge: freshTenantProcedure
    .meta({ scope: "users:write" })
    .meta(rest("POST /users/{userId}/purge", "Delete a deleted mailbox user for good", { status: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => purgeUser(ctx, input)),
  rename: change
    .meta(rest("PUT /users/{userId}/address", "Give a mailbox user another address"))
    .input(RenameUser)
    .output(MailUser)
    .mutation(({ ctx, input }) => renameUser(ctx, input)),
  retry: change
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => retryUser(ctx, input)),
  bulk: bulkRouter,
  access: accessRouter,
  aliases: aliasesRouter,
  forwarding: forwardingRouter,
  groups: groupsRouter,
  imports: importsRouter,
  usage: usageRouter,
  limits: limitsRouter,
  trace: traceRouter,
  stats: statsRouter,
  runs: runsRouter,
  guard: guardRouter,
});
