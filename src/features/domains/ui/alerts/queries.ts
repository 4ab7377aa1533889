import { action, query, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

/** Who would be told of trouble; `null` for those who may not know. */
export const alertRecipients = query(
  () =>
    pageData(async () => {
      try {
        return await trpc.domains.alerts.recipients.query();
      } catch (error) {
        if (failureKeyOf(error) === "auth.role_too_low") return null;
        throw error;
      }
    }),
  "domains.alerts",
);

/** Mails a link to the address typed; an empty one is taken away. */
export const setAlertAddress = action(async (form: FormData) => {
  const email = String(form.get("email") ?? "").trim();
  await trpc.domains.alerts.setAddress.mutate({ email: email === "" ? null : email });
  return reload({ revalidate: alertRecipients.key });
}, "domains.setAlertAddress");
