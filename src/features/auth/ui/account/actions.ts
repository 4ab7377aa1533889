import { action, redirect, reload, revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { currentMember } from "../queries";
import { keptNotices } from "./queries";

/** Where signing in goes on. */
const onward = { signed_in: "/admin", second_factor: "/second-factor" } as const;

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Opens a link that was mailed; answers what is left to do. A link for an address that hears of trouble says so itself, and so does one for a forwarding. */
export async function openLink(token: string) {
  if (token.startsWith("forward.")) return { step: "forwarding" } as const;
  if (token.startsWith("alert."))
    return { step: "alerted", ...(await trpc.domains.alerts.confirmAddress.mutate({ token })) } as const;
  const answer = await trpc.auth.confirmEmail.mutate({ token });
  if (answer.step === "confirmed") await revalidate(currentMember.key);
  return answer;
}

/** Confirms with the password that was chosen at sign-up, and signs in with it where nothing more is asked for. */
export const confirmByPassword = action(async (form: FormData) => {
  const password = text(form, "password");
  const { email } = await trpc.auth.confirmEmail.mutate({ token: text(form, "token"), password });
  const entry = await trpc.auth.signIn.mutate({ email, password }).catch(() => null);
  throw redirect(entry ? onward[entry.step] : "/login");
}, "auth.confirmByPassword");

export const resendConfirmation = action(async () => {
  await trpc.auth.resendConfirmation.mutate();
  return reload({ revalidate: keptNotices.key });
}, "auth.resendConfirmation");

export const requestReset = action(async (form: FormData) => {
  await trpc.auth.requestReset.mutate({ email: text(form, "email") });
  return reload({ revalidate: [] });
}, "auth.requestReset");

export const resetPassword = action(async (form: FormData) => {
  await trpc.auth.resetPassword.mutate({ token: text(form, "token"), password: text(form, "password") });
  return reload({ revalidate: [] });
}, "auth.resetPassword");

export const changePassword = action(async (form: FormData) => {
  const currentPassword = text(form, "currentPassword") || undefined;
  await trpc.auth.changePassword.mutate({ currentPassword, newPassword: text(form, "newPassword") });
  return reload();
}, "auth.changePassword");

export const changeEmail = action(async (form: FormData) => {
  await trpc.auth.changeEmail.mutate({ email: text(form, "email") });
  return reload({ revalidate: keptNotices.key });
}, "auth.changeEmail");

export const changeName = action(async (form: FormData) => {
  await trpc.auth.changeName.mutate({ name: text(form, "name") });
  return reload({ revalidate: currentMember.key });
}, "auth.changeName");
