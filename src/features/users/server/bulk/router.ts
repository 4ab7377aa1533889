import { memberProcedure, router } from "~/server/trpc";
import { BulkPreview, PreviewBulk, StartBulk } from "../../schema/bulk";
import { Run, RunRef } from "../../schema/runs";
import { previewBulk } from "./preview-bulk";
import { startBulk } from "./start-bulk";
import { undoBulk } from "./undo-bulk";

export const bulkRouter = router({
  preview: memberProcedure
    .input(PreviewBulk)
    .output(BulkPreview)
    .query(({ ctx, input }) => previewBulk(ctx, input)),
  start: memberProcedure
    .input(StartBulk)
    .output(Run)
    .mutation(({ ctx, input }) => startBulk(ctx, input)),
  undo: memberProcedure
    .input(RunRef)
    .output(Run)
    .mutation(({ ctx, input }) => undoBulk(ctx, input)),
});
