import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import {
  CreateUser,
  ListUsers,
  MailUser,
  SetPassword,
  SetQuota,
  SetState,
  UpdateUser,
  UserPage,
  UserRef,
} from "../schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { removeUser } from "./remove-user";
import { resumeUser } from "./resume-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { setState } from "./set-state";
import { suspendUser } from "./suspend-user";
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
    .meta(rest("POST /users", "Create a mailbox user", { status: 201 }))
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
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),
  resume: change
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => resumeUser(ctx, input)),
  remove: change
    .meta(rest("DELETE /users/{userId}", "Delete a mailbox user with all mail", { status: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeUser(ctx, input)),
});
