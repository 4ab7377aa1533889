import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import type { Alias } from "~/features/users/schema/aliases";
import { trpc } from "~/trpc/client";

/** Other addresses of a mailbox user; `after` is the cursor of the page before. */
export const aliasList = query(
  (userId: string, after?: string) => pageData(() => trpc.users.aliases.list.query({ userId, after, limit: 25 })),
  "users.aliases.list",
);

/** Where a mailbox user's mail goes on to. */
export const forwardingOf = query(
  (userId: string) => pageData(() => trpc.users.forwarding.get.query({ userId })),
  "users.forwarding.get",
);

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const refreshed = () => reload({ revalidate: aliasList.key });

export const addAlias = action(async (form: FormData) => {
  await trpc.users.aliases.add.mutate({
    ...{ userId: text(form, "userId"), domainId: text(form, "domainId") },
    ...{ localPart: text(form, "localPart"), note: text(form, "note") },
  });
  return refreshed();
}, "users.aliases.add");

/** What was taken away a moment ago. */
export const addAgain = action(async ({ userId, domainId, address, note, isEnabled }: Alias) => {
  await trpc.users.aliases.add.mutate({ userId, domainId, localPart: address, note, isEnabled });
  return refreshed();
}, "users.aliases.addAgain");

export const switchAlias = action(async (aliasId: string, isEnabled: boolean) => {
  await trpc.users.aliases.update.mutate({ aliasId, isEnabled });
  return refreshed();
}, "users.aliases.switch");

export const setAliasNote = action(async (form: FormData) => {
  await trpc.users.aliases.update.mutate({ aliasId: text(form, "aliasId"), note: text(form, "note") });
  return refreshed();
}, "users.aliases.setNote");

/** A person knows mailboxes by address, the server by id. */
async function idOfUser(typed: string): Promise<string> {
  const address = typed.trim().toLowerCase();
  const { users } = await trpc.users.list.query({ search: address, limit: 20 });
  const found = users.find((user) => user.address === address);
  if (found) return found.id;
  const issues = [{ path: "to", message: "addresses.issue_nobody" }];
  throw Object.assign(new Error("no such mailbox"), { data: { failure: { key: "user.not_found", issues } } });
}

export const moveAlias = action(async (form: FormData) => {
  const userId = await idOfUser(text(form, "to"));
  await trpc.users.aliases.move.mutate({ aliasId: text(form, "aliasId"), userId });
  return refreshed();
}, "users.aliases.move");

export const removeAlias = action(async (aliasId: string) => {
  await trpc.users.aliases.remove.mutate({ aliasId });
  return refreshed();
}, "users.aliases.remove");

export const setForwarding = action(async (form: FormData) => {
  await trpc.users.forwarding.set.mutate({
    ...{ userId: text(form, "userId"), target: text(form, "target"), keepsCopy: form.has("keepsCopy") },
  });
  return reload({ revalidate: forwardingOf.key });
}, "users.forwarding.set");

export const resendForwarding = action(async (userId: string) => {
  await trpc.users.forwarding.resend.mutate({ userId });
  return reload({ revalidate: forwardingOf.key });
}, "users.forwarding.resend");

export const removeForwarding = action(async (userId: string) => {
  await trpc.users.forwarding.remove.mutate({ userId });
  return reload({ revalidate: forwardingOf.key });
}, "users.forwarding.remove");
