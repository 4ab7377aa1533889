import { action, query, redirect } from "@solidjs/router";
import { getRequestEvent, isServer } from "solid-js/web";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "./failure-text";
import { ownPath } from "./own-path";

const here = () => {
  const { pathname, search } = isServer ? new URL(getRequestEvent()!.request.url) : window.location;
  return pathname + search;
};

/** Who is signed in; leads to the sign-in page when nobody is. */
export const currentMember = query(async () => {
  try {
    return await trpc.auth.me.query();
  } catch (error) {
    if (failureKeyOf(error) !== "auth.required") throw error;
    const next = here();
    throw redirect(next === "/admin" ? "/login" : `/login?next=${encodeURIComponent(next)}`);
  }
}, "auth.me");

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const signIn = action(async (form: FormData) => {
  await trpc.auth.signIn.mutate({ email: text(form, "email"), password: text(form, "password") });
  throw redirect(ownPath(form.get("next")));
}, "auth.signIn");

export const signUp = action(async (form: FormData) => {
  await trpc.auth.signUp.mutate({
    ...{ company: text(form, "company"), email: text(form, "email"), password: text(form, "password") },
  });
  throw redirect("/admin");
}, "auth.signUp");

/** Leaves by loading a page anew, so that nothing that was read stays in memory. */
export const signOut = action(async () => {
  await trpc.auth.signOut.mutate();
  window.location.replace("/login");
}, "auth.signOut");
