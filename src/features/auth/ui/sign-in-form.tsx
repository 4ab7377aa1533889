import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { formAction } from "./form-action";
import { signIn } from "./session-actions";

/** E-mail address and password of a member; `next` is the page to go on to. */
export function SignInForm(props: { next: string }) {
  const form = formAction(signIn);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit} onInput={warmUp}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="next" value={props.next} />
      <Field
        label={t("auth.email")}
        name="email"
        type="email"
        required
        maxlength={254}
        autocomplete="username"
        autofocus
        issues={form.issues().email}
      />
      <PasswordField
        label={t("auth.password")}
        name="password"
        required
        maxlength={200}
        autocomplete="current-password"
        issues={form.issues().password}
      />
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("auth.signIn")}
      </Button>
    </form>
  );
}
