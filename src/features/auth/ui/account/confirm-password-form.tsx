import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { formAction } from "../form-action";
import { confirmByPassword } from "./actions";

/** For a link that was opened where nobody is signed in: only who chose the password is who signed up. */
export function ConfirmPasswordForm(props: { token: string; email: string }) {
  const form = formAction(confirmByPassword);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit}>
      <p class="m-0">{t("account.confirmPasswordText", { email: props.email })}</p>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="username" autocomplete="username" value={props.email} />
      <PasswordField
        label={t("auth.password")}
        name="password"
        required
        maxlength={200}
        autocomplete="current-password"
        autofocus
        issues={form.issues().password}
      />
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("account.confirmTitle")}
      </Button>
    </form>
  );
}
