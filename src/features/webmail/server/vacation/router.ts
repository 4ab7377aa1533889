import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { SetVacation, Vacation } from "../../schema/vacation";
import { getVacation } from "./get-vacation";
import { setVacation } from "./set-vacation";

export const vacationRouter = router({
  get: mailboxProcedure
    .meta(rest("GET /webmail/vacation", "Show what is answered while the person is away"))
    .output(Vacation)
    .query(({ ctx }) => getVacation(ctx)),
  set: mailboxProcedure
    .meta(rest("PUT /webmail/vacation", "Answer for a person who is away, or stop that"))
    .input(SetVacation)
    .output(Vacation)
    .mutation(({ ctx, input }) => setVacation(ctx, input)),
});
