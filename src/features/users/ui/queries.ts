import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

export type UserFilter = { domainId?: string; search?: string; after?: string };

/** One page of the mailbox users that match; `after` is the cursor of the page before. */
export const userList = query(
  ({ domainId, search, after }: UserFilter) =>
    pageData(() => trpc.users.list.query({ domainId, search, after, limit: 50 })),
  "users.list",
);

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const refreshed = () => reload({ revalidate: userList.key });

export const createUser = action(async (form: FormData) => {
  await trpc.users.create.mutate({
    ...{ domainId: text(form, "domainId"), localPart: text(form, "localPart"), displayName: text(form, "displayName") },
    ...{ password: text(form, "password"), quotaBytes: Number(form.get("quotaBytes")) },
  });
  return refreshed();
}, "users.create");

export const setPassword = action(async (form: FormData) => {
  await trpc.users.setPassword.mutate({ userId: text(form, "userId"), password: text(form, "password") });
  return refreshed();
}, "users.setPassword");

export const setQuota = action(async (form: FormData) => {
  await trpc.users.setQuota.mutate({ userId: text(form, "userId"), quotaBytes: Number(form.get("quotaBytes")) });
  return refreshed();
}, "users.setQuota");

export const suspendUser = action(async (userId: string) => {
  await trpc.users.suspend.mutate({ userId });
  return refreshed();
}, "users.suspend");

export const resumeUser = action(async (userId: string) => {
  await trpc.users.resume.mutate({ userId });
  return refreshed();
}, "users.resume");

export const removeUser = action(async (userId: string) => {
  await trpc.users.remove.mutate({ userId });
  return refreshed();
}, "users.remove");
