import { action, redirect } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { formAction } from "../form-action";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

const join = action(async (form: FormData) => {
  const [token, name, password] = [text(form, "token"), text(form, "name"), text(form, "password")];
  await trpc.auth.team.accept.mutate({ token, name, password });
  throw redirect("/admin");
}, "team.accept");

/** What it takes to join for whoever has no account yet; the link has shown that the address is theirs. */
export function JoinForm(props: { token: string }) {
  const form = formAction(join);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="token" value={props.token} />
      <Field
        label={t("team.name")}
        name="name"
        required
        maxlength={100}
        autocomplete="name"
        autofocus
        issues={form.issues().name}
      />
      <PasswordField
        label={t("auth.password")}
        help={t("auth.passwordHelp")}
        name="password"
        required
        minlength={10}
        maxlength={200}
        autocomplete="new-password"
        issues={form.issues().password}
      />
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("team.createAndJoin")}
      </Button>
    </form>
  );
}
