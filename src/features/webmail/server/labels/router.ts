import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { CreateLabel, Label, LabelRef, Labels, UpdateLabel } from "../../schema/labels";
import { createLabel } from "./create-label";
import { listLabels } from "./list-labels";
import { removeLabel } from "./remove-label";
import { updateLabel } from "./update-label";

export const labelsRouter = router({
  list: mailboxProcedure
    .meta(rest("GET /webmail/labels", "List the labels"))
    .output(Labels)
    .query(({ ctx }) => listLabels(ctx)),
  create: mailboxProcedure
    .meta(rest("POST /webmail/labels", "Make a label", { status: 201 }))
    .input(CreateLabel)
    .output(Label)
    .mutation(({ ctx, input }) => createLabel(ctx, input)),
  update: mailboxProcedure
    .meta(rest("PATCH /webmail/labels/{labelId}", "Change what a label is called, or its colour"))
    .input(UpdateLabel)
    .output(Label)
    .mutation(({ ctx, input }) => updateLabel(ctx, input)),
  remove: mailboxProcedure
    .meta(rest("DELETE /webmail/labels/{labelId}", "Remove a label; the messages that had it stay"))
    .input(LabelRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeLabel(ctx, input)),
});
