import { memberProcedure, router, tenantProcedure } from "~/server/trpc";
import { AuditPage, ListAudit } from "../../schema/audit";
import { listAudit } from "./list-audit";
import { listOwnAudit } from "./list-own-audit";

export const auditRouter = router({
  list: tenantProcedure
    .meta({ scope: "audit:read" })
    .input(ListAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => listAudit(ctx, input)),
  /** What the member did, and what was done to them. */
  mine: memberProcedure
    .input(ListAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => listOwnAudit(ctx, input)),
});
