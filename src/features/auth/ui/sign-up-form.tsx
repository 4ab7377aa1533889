import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { formAction } from "./form-action";
import { signUp } from "./session-actions";

/** What it takes to begin: a name for the tenant, an e-mail address, a password. */
export function SignUpForm() {
  const form = formAction(signUp);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit} onInput={warmUp}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Field
        label={t("auth.company")}
        name="company"
        required
        maxlength={100}
        autocomplete="organization"
        autofocus
        issues={form.issues().company}
      />
      <Field
        label={t("auth.email")}
        help={t("auth.emailHelp")}
        name="email"
        type="email"
        required
        maxlength={254}
        autocomplete="username"
        issues={form.issues().email}
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
        {t("auth.signUp")}
      </Button>
    </form>
  );
}
