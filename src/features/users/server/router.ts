import { z } from "zod";
import { memberProcedure, router } from "~/server/trpc";
import { CreateUser, ListUsers, MailUser, SetPassword, SetQuota, UserPage, UserRef } from "../schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { removeUser } from "./remove-user";
import { resumeUser } from "./resume-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { suspendUser } from "./suspend-user";

const one = memberProcedure.output(MailUser);

export const usersRouter = router({
  list: memberProcedure
    .input(ListUsers)
    .output(UserPage)
    .query(({ ctx, input }) => listUsers(ctx, input)),
  get: one.input(UserRef).query(({ ctx, input }) => getUser(ctx, input)),
  create: one.input(CreateUser).mutation(({ ctx, input }) => createUser(ctx, input)),
  setPassword: one.input(SetPassword).mutation(({ ctx, input }) => setPassword(ctx, input)),
  setQuota: one.input(SetQuota).mutation(({ ctx, input }) => setQuota(ctx, input)),
  suspend: one.input(UserRef).mutation(({ ctx, input }) => suspendUser(ctx, input)),
  resume: one.input(UserRef).mutation(({ ctx, input }) => resumeUser(ctx, input)),
  remove: memberProcedure
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeUser(ctx, input)),
});
