import { z } from "zod";
import { router, tenantProcedure } from "~/server/trpc";
import { CreateUser, ListUsers, MailUser, SetPassword, SetQuota, UserPage, UserRef } from "../schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { removeUser } from "./remove-user";
import { resumeUser } from "./resume-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { suspendUser } from "./suspend-user";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const usersRouter = router({
  list: look
    .input(ListUsers)
    .output(UserPage)
    .query(({ ctx, input }) => listUsers(ctx, input)),
  get: look
    .input(UserRef)
    .output(MailUser)
    .query(({ ctx, input }) => getUser(ctx, input)),
  create: change
    .input(CreateUser)
    .output(MailUser)
    .mutation(({ ctx, input }) => createUser(ctx, input)),
  setPassword: change
    .input(SetPassword)
    .output(MailUser)
    .mutation(({ ctx, input }) => setPassword(ctx, input)),
  setQuota: change
    .input(SetQuota)
    .output(MailUser)
    .mutation(({ ctx, input }) => setQuota(ctx, input)),
  suspend: change
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),
  resume: change
    .input(UserRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => resumeUser(ctx, input)),
  remove: change
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeUser(ctx, input)),
});
