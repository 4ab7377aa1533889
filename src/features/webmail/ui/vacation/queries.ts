import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";
import { zoneOf } from "./zone-of";

/** What is answered while the person is away. */
export const ownVacation = query(() => pageData(() => trpc.webmail.vacation.get.query()), "webmail.vacation");

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const setVacation = action(async (form: FormData) => {
  const fromDate = text(form, "fromDate") || null;
  await trpc.webmail.vacation.set.mutate({
    ...{ isEnabled: form.has("isEnabled"), fromDate, untilDate: text(form, "untilDate") || null },
    ...{ subject: text(form, "subject"), text: text(form, "text"), zone: zoneOf(fromDate) },
  });
  return reload({ revalidate: ownVacation.key });
}, "webmail.vacation.set");
