import { z } from "zod";
import { mailboxProcedure, router } from "~/server/trpc";
import { BulkProgress, BulkStep, DestroyMessages } from "../../schema/bulk";
import { destroyMessages } from "./destroy-messages";
import { stepBulk } from "./step-bulk";

export const bulkRouter = router({
  /** Does something with the next stretch of all conversations that match; repeated until nothing is left. */
  step: mailboxProcedure
    .input(BulkStep)
    .output(BulkProgress)
    .mutation(({ ctx, input }) => stepBulk(ctx, input)),
  destroy: mailboxProcedure
    .input(DestroyMessages)
    .output(z.void())
    .mutation(({ ctx, input }) => destroyMessages(ctx, input)),
});
