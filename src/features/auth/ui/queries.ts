import { action, query, redirect } from "@solidjs/router";
import { getRequestEvent, isServer } from "solid-js/web";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "./failure-text";
import { ownPath } from "~/lib/own-path";

const here = () => {
  const { pathname, search } = isServer ? new URL(getRequestEvent()!.request.url) : window.location;
  return pathname + search;
};

let isLeaving = false;

/** Who is signed in; leads to the sign-in page when nobody is. */
export const currentMember = query(async () => {
  // The page is about to be replaced: who is signed in now is no longer its concern.
  if (isLeaving) return new Promise<never>(() => {});
  try {
    return await trpc.auth.me.query();
  } catch (error) {
    if (failureKeyOf(error) !== "auth.required") throw error;
    // The page is about to be replaced: whoever signs out is not asked to come back here.
    if (isLeaving) return new Promise<never>(() => {});
    const next = here();
    throw redirect(next === "/admin" ? "/login" : `/login?next=${encodeURIComponent(next)}`);
  }
}, "auth.me");

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const signIn = action(async (form: FormData) => {
  const next = ownPath(form.get("next"));
  const answer = await trpc.auth.signIn.mutate({ email: text(form, "email"), password: text(form, "password") });
  throw redirect(answer.step === "signed_in" ? next : `/second-factor?next=${encodeURIComponent(next)}`);
}, "auth.signIn");

export const signUp = action(async (form: FormData) => {
  await trpc.auth.signUp.mutate({
    ...{ company: text(form, "company"), email: text(form, "email"), password: text(form, "password") },
  });
  throw redirect("/admin");
}, "auth.signUp");

/** Leaves by loading a page anew, so that nothing that was read stays in memory. */
export const signOut = action(async () => {
  isLeaving = true;
  await trpc.auth.signOut.mutate().catch((error: unknown) => {
    isLeaving = false;
    throw error;
  });
  window.location.replace("/login");
}, "auth.signOut");

/** Goes to another of the person's tenants, by loading the panel anew: nothing that was read here is true there. */
export const switchTenant = action(async (tenantId: string) => {
  isLeaving = true;
  await trpc.auth.switchTenant.mutate({ tenantId }).catch((error: unknown) => {
    isLeaving = false;
    throw error;
  });
  window.location.assign("/admin");
}, "auth.switchTenant");
