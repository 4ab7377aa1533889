import { action, json, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { CreateAppPassword } from "../../schema/security";
import { pageData } from "../page-data";

/** How the mailbox's user gets in. */
export const mailSecurity = query(() => pageData(() => trpc.webmail.security.get.query()), "webmail.security.get");

/** Where the mailbox is open; `after` is the cursor of the page before. */
export const mailSessions = query(
  (after?: string) => pageData(() => trpc.webmail.security.sessions.query({ after, limit: 20 })),
  "webmail.security.sessions",
);

/** What a phone has to know. */
export const phoneSetup = query(() => pageData(() => trpc.webmail.security.phone.query()), "webmail.security.phone");

/** To how many may still be sent. */
export const ownSendLimits = query(() => pageData(() => trpc.webmail.sendLimits.query()), "webmail.sendLimits");

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
export const securityKeys = [mailSecurity.key, mailSessions.key];

export const changePassword = action(async (form: FormData) => {
  await trpc.webmail.security.changePassword.mutate({
    ...{ currentPassword: text(form, "currentPassword"), newPassword: text(form, "newPassword") },
    removeApps: form.has("removeApps"),
  });
  return reload({ revalidate: securityKeys });
}, "webmail.security.changePassword");

export const stepUp = action(async (form: FormData) => {
  const code = text(form, "code") || undefined;
  await trpc.webmail.security.stepUp.mutate({ password: text(form, "password"), code });
  return reload({ revalidate: [] });
}, "webmail.security.stepUp");

/** Answers with the secret, which is shown this once. */
export const createAppPassword = action(async (wish: CreateAppPassword) => {
  const made = await trpc.webmail.security.createAppPassword.mutate(wish);
  return json(made, { revalidate: mailSecurity.key });
}, "webmail.security.createAppPassword");

export const revokeAppPassword = action(async (appPasswordId: string) => {
  await trpc.webmail.security.revokeAppPassword.mutate({ appPasswordId });
  return reload({ revalidate: mailSecurity.key });
}, "webmail.security.revokeAppPassword");

export const removeTotp = action(async (form: FormData) => {
  await trpc.webmail.security.removeTotp.mutate({ signOutOthers: form.has("signOutOthers") });
  return reload({ revalidate: securityKeys });
}, "webmail.security.removeTotp");

export const renewCodes = action(async () => {
  const made = await trpc.webmail.security.renewCodes.mutate();
  return json(made, { revalidate: mailSecurity.key });
}, "webmail.security.renewCodes");

export const setRecovery = action(async (form: FormData) => {
  await trpc.webmail.security.setRecovery.mutate({ email: text(form, "email") });
  return reload({ revalidate: mailSecurity.key });
}, "webmail.security.setRecovery");

export const removeRecovery = action(async () => {
  await trpc.webmail.security.removeRecovery.mutate();
  return reload({ revalidate: mailSecurity.key });
}, "webmail.security.removeRecovery");

export const endSession = action(async (sessionId: string) => {
  await trpc.webmail.security.endSession.mutate({ sessionId });
  return reload({ revalidate: mailSessions.key });
}, "webmail.security.endSession");

export const endOtherSessions = action(async () => {
  await trpc.webmail.security.endOtherSessions.mutate();
  return reload({ revalidate: mailSessions.key });
}, "webmail.security.endOtherSessions");
