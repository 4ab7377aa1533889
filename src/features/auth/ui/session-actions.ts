import { action, redirect } from "@solidjs/router";
import { ownPath } from "~/lib/own-path";
import { trpc } from "~/trpc/client";
import { leavePage } from "./leaving";

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

export const signOut = action(() => leavePage(() => trpc.auth.signOut.mutate(), "/login"), "auth.signOut");

export const switchTenant = action(
  (tenantId: string) => leavePage(() => trpc.auth.switchTenant.mutate({ tenantId }), "/admin"),
  "auth.switchTenant",
);
