import { Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { failureText } from "../failure-text";
import { signInCode } from "./actions";

/** The second step of signing in to a mailbox: a code; `next` is the page to go on to. */
export function CodeForm(props: { next: string }) {
  const form = formAction(signInCode, failureText);
  return (
    <form method="post" class="grid gap-4" onSubmit={form.submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="next" value={props.next} />
      <Field
        label={t("webmail.code")}
        help={t("webmail.codeHelp")}
        name="code"
        required
        maxlength={40}
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck={false}
        autofocus
        issues={form.issues().code && t("webmail.codeShape")}
      />
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("webmail.signIn")}
      </Button>
      <a class="justify-self-center text-sm" href="/mail/login" rel="external">
        {t("webmail.startAgain")}
      </a>
    </form>
  );
}
