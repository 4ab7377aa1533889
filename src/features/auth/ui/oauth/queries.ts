import { action, query, redirect } from "@solidjs/router";
import { trpc } from "~/trpc/client";

/** Where else people may prove who they are. */
export const offeredProviders = query(() => trpc.auth.oauth.providers.query(), "auth.oauth.providers");

/** Whom this browser brought back from a provider, `null` when nobody, or too long ago. */
export const newcomer = query(() => trpc.auth.oauth.newcomer.query(), "auth.oauth.newcomer");

export const signUpVouched = action(async (form: FormData) => {
  const email = String(form.get("email") ?? "");
  await trpc.auth.oauth.signUp.mutate({ company: String(form.get("company") ?? ""), ...(email ? { email } : {}) });
  throw redirect("/admin");
}, "auth.oauth.signUp");
