import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { FileLimits, FileRef } from "../../schema/files";
import { getLimits } from "./get-limits";
import { removeFiles } from "./remove-files";

export const filesRouter = router({
  limits: mailboxProcedure
    .meta(rest("GET /webmail/files/limits", "Show how much may be attached"))
    .output(FileLimits)
    .query(({ ctx }) => getLimits(ctx)),
  remove: mailboxProcedure
    .meta(rest("DELETE /webmail/files/{fileId}", "Let go of a file that waits for its message"))
    .input(FileRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeFiles(ctx, [input])),
});
