import { action, query, redirect, reload } from "@solidjs/router";
import { ownPath } from "~/lib/own-path";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";
import { currentMember } from "../queries";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const given = (form: FormData, name: string) => text(form, name) || undefined;

/** What the second step of a sign-in can be taken with; leads to the first one when that was not taken, or too long ago. */
export const secondStep = query(async () => {
  const step = await trpc.auth.secondStep.query();
  if (!step) throw redirect("/login");
  return step;
}, "auth.secondStep");

export const signInSecondFactor = action(async (form: FormData) => {
  await trpc.auth.signInSecondFactor.mutate({ code: text(form, "code") });
  throw redirect(ownPath(form.get("next")));
}, "auth.signInSecondFactor");

/** What the member can prove themselves with. */
export const proofMethods = query(() => trpc.auth.security.proofMethods.query(), "security.proofMethods");

export const stepUp = action(async (form: FormData) => {
  await trpc.auth.security.stepUp.mutate({ password: given(form, "password"), code: given(form, "code") });
  return reload({ revalidate: [] });
}, "security.stepUp");

/** How the member signs in. */
export const security = query(() => pageData(() => trpc.auth.security.get.query()), "security.get");

/** One page of where the member is signed in. */
export const ownSessions = query(
  (after?: string) => pageData(() => trpc.auth.security.sessions.query({ after, limit: 20 })),
  "security.sessions",
);

/** The provider accounts that the member signs in with. */
export const identities = query(() => pageData(() => trpc.auth.security.identities.query()), "security.identities");

/** What a change of factors shows differently. */
export const factorKeys = [security.key, proofMethods.key, ownSessions.key, currentMember.key];

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
  return reload({ revalidate: security.key });
}, "security.renamePasskey");

export const unlinkIdentity = action(async (identityId: string) => {
  await trpc.auth.security.unlink.mutate({ identityId });
  return reload({ revalidate: identities.key });
}, "security.unlink");

export const endSession = action(async (sessionId: string) => {
  await trpc.auth.security.endSession.mutate({ sessionId });
  return reload({ revalidate: ownSessions.key });
}, "security.endSession");

export const endOtherSessions = action(async () => {
  await trpc.auth.security.endOtherSessions.mutate();
  return reload({ revalidate: ownSessions.key });
}, "security.endOtherSessions");
