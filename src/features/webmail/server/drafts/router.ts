import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { DraftRef, OpenedDraft, RemoveDraft, SaveDraft, SavedDraft } from "../../schema/drafts";
import { openDraft } from "./open-draft";
import { removeDraft } from "./remove-draft";
import { saveDraft } from "./save-draft";

export const draftsRouter = router({
  save: mailboxProcedure
    .meta(rest("POST /webmail/drafts", "Save a draft"))
    .input(SaveDraft)
    .output(SavedDraft)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  open: mailboxProcedure
    .meta(rest("GET /webmail/drafts/{draftId}", "Show a draft as it may be gone on with"))
    .input(DraftRef)
    .output(OpenedDraft)
    .query(({ ctx, input }) => openDraft(ctx, input)),
  /** Into the trash. */
  remove: mailboxProcedure
    .input(RemoveDraft)
    .output(z.void())
    .mutation(({ ctx, input }) => removeDraft(ctx, input)),
});
