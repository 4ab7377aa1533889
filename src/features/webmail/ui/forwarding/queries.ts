import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";

/** Where one's own mail goes on to. */
export const ownForwarding = query(() => pageData(() => trpc.webmail.forwarding.get.query()), "webmail.forwarding.get");

const refreshed = () => reload({ revalidate: ownForwarding.key });

export const setOwnForwarding = action(async (form: FormData) => {
  const target = String(form.get("target") ?? "");
  await trpc.webmail.forwarding.set.mutate({ target, keepsCopy: form.has("keepsCopy") });
  return refreshed();
}, "webmail.forwarding.set");

export const resendOwnForwarding = action(async () => {
  await trpc.webmail.forwarding.resend.mutate();
  return refreshed();
}, "webmail.forwarding.resend");

export const removeOwnForwarding = action(async () => {
  await trpc.webmail.forwarding.remove.mutate();
  return refreshed();
}, "webmail.forwarding.remove");
