import { action, redirect } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { ownMailPath } from "../own-mail-path";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const signInCode = action(async (form: FormData) => {
  await trpc.webmail.security.signInCode.mutate({ code: text(form, "code") });
  throw redirect(ownMailPath(form.get("next")));
}, "webmail.security.signInCode");

export const requestReset = action(async (form: FormData) => {
  await trpc.webmail.security.requestReset.mutate({ address: text(form, "address") });
}, "webmail.security.requestReset");

/** Answers with the address of the mailbox whose password was set. */
export const setByLink = action(async (form: FormData) => {
  const password = text(form, "password");
  const given = { token: text(form, "token"), password, removeApps: form.has("removeApps") };
  const { address } = await trpc.webmail.security.setByLink.mutate(given);
  // Signing in is a step of its own: it may ask for a second factor, or wait for a mailbox that is still being made.
  const answer = await trpc.webmail.signIn.mutate({ address, password }).catch(() => null);
  if (answer) throw redirect(answer.step === "signed_in" ? "/mail/inbox" : "/mail/login?step=code");
}, "webmail.security.setByLink");
