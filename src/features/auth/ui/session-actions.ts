import { action, redirect } from "@solidjs/router";
import { ownPath } from "~/lib/own-path";
import { trpc } from "~/trpc/client";
import { leaving } from "./leaving";

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
  leaving.isSo = true;
  await trpc.auth.signOut.mutate().catch((error: unknown) => {
    leaving.isSo = false;
    throw error;
  });
  window.location.replace("/login");
}, "auth.signOut");

/** Goes to another of the person's tenants, by loading the panel anew: nothing that was read here is true there. */
export const switchTenant = action(async (tenantId: string) => {
  leaving.isSo = true;
  await trpc.auth.switchTenant.mutate({ tenantId }).catch((error: unknown) => {
    leaving.isSo = false;
    throw error;
  });
  window.location.assign("/admin");
}, "auth.switchTenant");
