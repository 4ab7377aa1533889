import { freshProcedure, memberProcedure, publicProcedure, router } from "~/server/trpc";
import { AlertRecipients, ConfirmAlertAddress, ConfirmedAlertAddress, SetAlertAddress } from "../../schema/alerts";
import { confirmAlertAddress } from "./confirm-alert-address";
import { listRecipients } from "./list-recipients";
import { setAlertAddress } from "./set-alert-address";

export const alertsRouter = router({
  recipients: memberProcedure.output(AlertRecipients).query(({ ctx }) => listRecipients(ctx)),
  setAddress: freshProcedure
    .input(SetAlertAddress)
    .output(AlertRecipients)
    .mutation(({ ctx, input }) => setAlertAddress(ctx, input)),
  confirmAddress: publicProcedure
    .input(ConfirmAlertAddress)
    .output(ConfirmedAlertAddress)
    .mutation(({ ctx, input }) => confirmAlertAddress(ctx, input)),
});
