import { action, json, query, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { Block } from "../schema";
import { filterOf, type ListAddress } from "./list/list-address";
import { userUsage } from "./usage/queries";

/** One page of the mailbox users that an address of the list asks for. */
export const userList = query((at: ListAddress) => {
  const { sort, order, after } = at;
  return pageData(() => trpc.users.list.query({ ...filterOf(at), sort, order, after, limit: 50 }));
}, "users.list");

/** One mailbox user; null when there is no such one, which is no failure to travel in the page. */
export const userDetail = query(
  (userId: string) =>
    pageData(async () => {
      try {
        return await trpc.users.get.query({ userId });
      } catch (error) {
        if (["user.not_found", "request.invalid"].includes(failureKeyOf(error) ?? "")) return null;
        throw error;
      }
    }),
  "users.get",
);

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const refreshed = () => reload({ revalidate: [userList.key, userDetail.key, userUsage.key] });

/**
 * Creates a mailbox user and makes the link by which they choose a password. `made` is null when it could not be made, `isMailed` false when it
 * could not be mailed to where it should be: the user is there all the same.
 */
export const createUser = action(async (form: FormData) => {
  const { id: userId, address } = await trpc.users.create.mutate({
    ...{ domainId: text(form, "domainId"), localPart: text(form, "localPart"), displayName: text(form, "displayName") },
    quotaBytes: Number(form.get("quotaBytes")),
  });
  const email = text(form, "email") || undefined;
  const invite = (to?: string) => trpc.users.access.invite.mutate({ userId, email: to }).catch(() => null);
  const mailed = await invite(email);
  const made = mailed ?? (email ? await invite() : null);
  return json({ address, made, isMailed: mailed !== null }, { revalidate: userList.key });
}, "users.create");

export const setQuota = action(async (form: FormData) => {
  await trpc.users.setQuota.mutate({ userId: text(form, "userId"), quotaBytes: Number(form.get("quotaBytes")) });
  return refreshed();
}, "users.setQuota");

export const setName = action(async (form: FormData) => {
  await trpc.users.update.mutate({ userId: text(form, "userId"), displayName: text(form, "displayName") });
  return refreshed();
}, "users.update");

export const renameUser = action(async (form: FormData) => {
  const { address } = await trpc.users.rename.mutate({
    ...{ userId: text(form, "userId"), localPart: text(form, "localPart"), domainId: text(form, "domainId") },
    keepsOld: form.get("keepsOld") === "on",
  });
  return json({ address }, { revalidate: [userList.key, userDetail.key, userUsage.key] });
}, "users.rename");

export const suspendUser = action(async (userId: string, blocks: Block[]) => {
  await trpc.users.suspend.mutate({ userId, blocks });
  return refreshed();
}, "users.suspend");

const simple = (name: string, act: (userId: string) => Promise<unknown>) =>
  action(async (userId: string) => {
    await act(userId);
    return refreshed();
  }, name);

export const resumeUser = simple("users.resume", (userId) => trpc.users.resume.mutate({ userId }));
/** Whose page this is done on is led away from it, instead of reading that there is nobody. */
export const removeUser = action(async (userId: string) => {
  await trpc.users.remove.mutate({ userId });
  return reload({ revalidate: userList.key });
}, "users.remove");

export const undeleteUser = simple("users.undelete", (userId) => trpc.users.undelete.mutate({ userId }));
export const purgeUser = simple("users.purge", (userId) => trpc.users.purge.mutate({ userId }));
export const retryUser = simple("users.retry", (userId) => trpc.users.retry.mutate({ userId }));
