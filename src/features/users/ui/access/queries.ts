import { action, json, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

/** How a mailbox user gets in. */
export const userAccess = query(
  (userId: string) => pageData(() => trpc.users.access.get.query({ userId })),
  "users.access.get",
);

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const refreshed = () => reload({ revalidate: userAccess.key });

/** Answers with the link, which is shown this once. */
export const makeInvitation = action(async (userId: string) => {
  const made = await trpc.users.access.invite.mutate({ userId });
  return json(made, { revalidate: userAccess.key });
}, "users.access.invite");

/** The same for a mailbox that has a password; null where the link was mailed to the recovery address. */
export const sendReset = action(async (userId: string, toRecovery: boolean) => {
  const made = await trpc.users.access.sendReset.mutate({ userId, toRecovery });
  return json(made, { revalidate: userAccess.key });
}, "users.access.sendReset");

export const revokeLink = action(async (userId: string) => {
  await trpc.users.access.revokeLink.mutate({ userId });
  return refreshed();
}, "users.access.revokeLink");

export const endSessions = action(async (userId: string) => {
  await trpc.users.access.endSessions.mutate({ userId });
  return refreshed();
}, "users.access.endSessions");

export const removeSecondFactor = action(async (userId: string) => {
  await trpc.users.access.removeSecondFactor.mutate({ userId });
  return refreshed();
}, "users.access.removeSecondFactor");

export const revokeAppPassword = action(async (userId: string, appPasswordId: string) => {
  await trpc.users.access.revokeAppPassword.mutate({ userId, appPasswordId });
  return refreshed();
}, "users.access.revokeAppPassword");

export const proposeRecovery = action(async (form: FormData) => {
  await trpc.users.access.proposeRecovery.mutate({ userId: text(form, "userId"), email: text(form, "email") });
  return refreshed();
}, "users.access.proposeRecovery");
