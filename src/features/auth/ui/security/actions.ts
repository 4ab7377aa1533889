import { action, redirect, reload } from "@solidjs/router";
import { ownPath } from "~/lib/own-path";
import { trpc } from "~/trpc/client";
import { factorKeys, securityPage } from "./queries";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const given = (form: FormData, name: string) => text(form, name) || undefined;

export const signInSecondFactor = action(async (form: FormData) => {
  await trpc.auth.signInSecondFactor.mutate({ code: text(form, "code") });
  throw redirect(ownPath(form.get("next")));
}, "auth.signInSecondFactor");

export const stepUp = action(async (form: FormData) => {
  await trpc.auth.security.stepUp.mutate({ password: given(form, "password"), code: given(form, "code") });
  return reload({ revalidate: [] });
}, "security.stepUp");

export const removeTotp = action(async (form: FormData) => {
  await trpc.auth.security.removeTotp.mutate({ signOutOthers: form.has("signOutOthers") });
  return reload({ revalidate: factorKeys });
}, "security.removeTotp");

export const removePasskey = action(async (form: FormData) => {
  const signOutOthers = form.has("signOutOthers");
  await trpc.auth.security.removePasskey.mutate({ passkeyId: text(form, "passkeyId"), signOutOthers });
  return reload({ revalidate: factorKeys });
}, "security.removePasskey");

export const renamePasskey = action(async (form: FormData) => {
  await trpc.auth.security.renamePasskey.mutate({ passkeyId: text(form, "passkeyId"), name: text(form, "name") });
  return reload({ revalidate: securityPage.key });
}, "security.renamePasskey");

export const unlinkIdentity = action(async (identityId: string) => {
  await trpc.auth.security.unlink.mutate({ identityId });
  return reload({ revalidate: securityPage.key });
}, "security.unlink");

export const endSession = action(async (sessionId: string) => {
  await trpc.auth.security.endSession.mutate({ sessionId });
  return reload({ revalidate: securityPage.key });
}, "security.endSession");

export const endOtherSessions = action(async () => {
  await trpc.auth.security.endOtherSessions.mutate();
  return reload({ revalidate: securityPage.key });
}, "security.endOtherSessions");
