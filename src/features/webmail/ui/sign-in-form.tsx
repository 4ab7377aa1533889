import { Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { failureText } from "./failure-text";
import { signIn } from "./queries";

/** Address and password of a mailbox user; `next` is the page to go on to. */
export function SignInForm(props: { next: string }) {
  const form = formAction(signIn, failureText);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="next" value={props.next} />
      <Field
        label={t("webmail.address")}
        name="address"
        type="email"
        required
        maxlength={254}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        autofocus
        issues={form.issues().address}
      />
      <PasswordField
        label={t("webmail.password")}
        name="password"
        required
        maxlength={200}
        autocomplete="current-password"
        issues={form.issues().password}
      />
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("webmail.signIn")}
      </Button>
      <a class="justify-self-center text-sm" href="/mail/forgot">
        {t("webmail.forgot")}
      </a>
    </form>
  );
}
