import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { MailUser } from "../../schema";
import { CasePage, CaseRef, ListCases } from "../../schema/guard";
import { confirmCase } from "./confirm-case";
import { listCases } from "./list-cases";
import { releaseCase } from "./release-case";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const guardRouter = router({
  list: look
    .meta(rest("GET /users/guard-cases", "List when mailboxes were stopped from sending, newest first"))
    .input(ListCases)
    .output(CasePage)
    .query(({ ctx, input }) => listCases(ctx, input)),
  release: change
    .meta(rest("POST /users/guard-cases/{caseId}/release", "Let a mailbox send again that was stopped"))
    .input(CaseRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => releaseCase(ctx, input)),
  confirm: change
    .meta(rest("POST /users/guard-cases/{caseId}/confirm", "Suspend a mailbox that somebody else has"))
    .input(CaseRef)
    .output(MailUser)
    .mutation(({ ctx, input }) => confirmCase(ctx, input)),
});
