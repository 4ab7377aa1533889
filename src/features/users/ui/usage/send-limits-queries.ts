import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

/** What a mailbox user may send, and what is left of it. */
export const userSendLimits = query(
  (userId: string) => pageData(() => trpc.users.limits.get.query({ userId })),
  "users.limits.get",
);

/** The same of all mailboxes of a domain. */
export const domainSendLimits = query(
  (domainId: string) => pageData(() => trpc.users.limits.getDomain.query({ domainId })),
  "users.limits.getDomain",
);

/** The same of all of the tenant. */
export const tenantSendLimits = query(
  () => pageData(() => trpc.users.limits.getTenant.query()),
  "users.limits.getTenant",
);

/** An empty field is no limit of its own. */
const limit = (form: FormData, name: string) => {
  const text = String(form.get(name) ?? "").trim();
  return text === "" ? null : Number(text);
};
const pair = (form: FormData) => ({ perHour: limit(form, "perHour"), perDay: limit(form, "perDay") });

export const setUserSendLimits = action(async (form: FormData) => {
  await trpc.users.limits.set.mutate({ userId: String(form.get("id")), ...pair(form) });
  return reload({ revalidate: userSendLimits.key });
}, "users.limits.set");

export const setDomainSendLimits = action(async (form: FormData) => {
  await trpc.users.limits.setDomain.mutate({ domainId: String(form.get("id")), ...pair(form) });
  return reload({ revalidate: [domainSendLimits.key, userSendLimits.key] });
}, "users.limits.setDomain");
