import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { HistoryPage, ListHistory } from "../../schema/history";
import { listHistory } from "./list-history";

export const historyRouter = router({
  list: tenantProcedure
    .meta({ scope: "domains:read" })
    .meta(rest("GET /domains/{domainId}/history", "List what happened to a domain, newest first"))
    .input(ListHistory)
    .output(HistoryPage)
    .query(({ ctx, input }) => listHistory(ctx, input)),
});
