import { rest } from "~/server/rest/rest";
import { memberProcedure, router, tenantProcedure } from "~/server/trpc";
import { CheckImport, ImportCheck, ImportPreview, ImportRun, PreviewImport } from "../../schema/imports";
import { RunRef } from "../../schema/runs";
import { checkImport } from "./check-import";
import { getImport } from "./get-import";
import { previewImport } from "./preview-import";
import { startImport } from "./start-import";

const look = tenantProcedure.meta({ scope: "users:read" });

/** An import runs with the reach of the member who began it. Its lines, and the way to stop it, are `users.runs`. */
export const importsRouter = router({
  preview: memberProcedure
    .input(PreviewImport)
    .output(ImportPreview)
    .mutation(({ ctx, input }) => previewImport(ctx, input)),
  check: memberProcedure
    .input(CheckImport)
    .output(ImportCheck)
    .mutation(({ ctx, input }) => checkImport(ctx, input)),
  get: look
    .meta(rest("GET /imports/{runId}", "Show what the dry run of an import found, and how far the import is"))
    .input(RunRef)
    .output(ImportRun)
    .query(({ ctx, input }) => getImport(ctx, input)),
  start: memberProcedure
    .input(RunRef)
    .output(ImportRun)
    .mutation(({ ctx, input }) => startImport(ctx, input)),
});
