import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { CreateFolder, FolderRef, UpdateFolder } from "../../schema/folders";
import { createFolder } from "./create-folder";
import { removeFolder } from "./remove-folder";
import { updateFolder } from "./update-folder";

export const foldersRouter = router({
  create: mailboxProcedure
    .meta(rest("POST /webmail/mailboxes", "Make a folder", { status: 201 }))
    .input(CreateFolder)
    .output(FolderRef)
    .mutation(({ ctx, input }) => createFolder(ctx, input)),
  update: mailboxProcedure
    .meta(rest("PATCH /webmail/mailboxes/{mailboxId}", "Rename a folder, or put it into another"))
    .input(UpdateFolder)
    .output(z.void())
    .mutation(({ ctx, input }) => updateFolder(ctx, input)),
  remove: mailboxProcedure
    .meta(rest("DELETE /webmail/mailboxes/{mailboxId}", "Remove an empty folder"))
    .input(FolderRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeFolder(ctx, input)),
});
