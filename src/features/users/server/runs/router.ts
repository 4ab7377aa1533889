import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { ListRunRows, ListRuns, Run, RunPage, RunRef, RunRowPage } from "../../schema/runs";
import { cancelRun } from "./cancel-run";
import { getRun } from "./get-run";
import { listRunRows } from "./list-run-rows";
import { listRuns } from "./list-runs";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const runsRouter = router({
  list: look
    .meta(rest("GET /runs", "List the imports and bulk actions, newest first"))
    .input(ListRuns)
    .output(RunPage)
    .query(({ ctx, input }) => listRuns(ctx, input)),
  get: look
    .meta(rest("GET /runs/{runId}", "Show how far an import or a bulk action is"))
    .input(RunRef)
    .output(Run)
    .query(({ ctx, input }) => getRun(ctx, input)),
  rows: look
    .meta(rest("GET /runs/{runId}/rows", "List what became of each row"))
    .input(ListRunRows)
    .output(RunRowPage)
    .query(({ ctx, input }) => listRunRows(ctx, input)),
  cancel: change
    .meta(rest("POST /runs/{runId}/cancel", "Stop an import or a bulk action after the rows it is at"))
    .input(RunRef)
    .output(Run)
    .mutation(({ ctx, input }) => cancelRun(ctx, input)),
});
