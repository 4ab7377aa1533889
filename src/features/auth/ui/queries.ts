import { query, redirect } from "@solidjs/router";
import { getRequestEvent, isServer } from "solid-js/web";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "./failure-key";
import { leaving } from "./leaving";

const here = () => {
  const { pathname, search } = isServer ? new URL(getRequestEvent()!.request.url) : window.location;
  return pathname + search;
};

/** Who is signed in; leads to the sign-in page when nobody is. */
export const currentMember = query(async () => {
  // The page is about to be replaced: who is signed in now is no longer its concern.
  if (leaving.isSo) return new Promise<never>(() => {});
  try {
    return await trpc.auth.me.query();
  } catch (error) {
    if (failureKeyOf(error) !== "auth.required") throw error;
    // The page is about to be replaced: whoever signs out is not asked to come back here.
    if (leaving.isSo) return new Promise<never>(() => {});
    const next = here();
    throw redirect(next === "/admin" ? "/login" : `/login?next=${encodeURIComponent(next)}`);
  }
}, "auth.me");
