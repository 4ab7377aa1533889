import { rest } from "~/server/rest/rest";
import { memberProcedure, router, tenantProcedure } from "~/server/trpc";
import { AuditPage, ListAudit } from "../../schema/audit";
import { listAudit } from "./list-audit";
import { listOwnAudit } from "./list-own-audit";

export const auditRouter = router({
  list: tenantProcedure
    .meta({ scope: "audit:read", ...rest("GET /audit", "Read the audit log, newest first") })
    .input(ListAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => listAudit(ctx, input)),
  /** What the member did, and what was done to them. */
  mine: memberProcedure
    .input(ListAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => listOwnAudit(ctx, input)),
});
