import { createSignal, Match, Switch } from "solid-js";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { formAction } from "../form-action";
import { LinkRefused } from "./link-refused";
import { createLinkToken } from "./link-token";
import { resetPassword } from "./actions";

/** Sets a new password by the link that opened this page. */
export function ResetForm() {
  const token = createLinkToken();
  const [isDone, setDone] = createSignal(false);
  const [isRefused, setRefused] = createSignal(false);
  const form = formAction(resetPassword, (failure) => {
    if (failureKeyOf(failure) === "auth.link_invalid") setRefused(true);
    return failureText(failure);
  });
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    if (await form.submit(event)) setDone(true);
  };
  return (
    <div class="grid gap-4" aria-live="polite">
      <Switch>
        <Match when={isDone()}>
          <Notice tone="success" title={t("account.resetDoneTitle")}>
            {t("account.resetDoneText")}
          </Notice>
          <LinkButton href="/login" variant="primary" size="lg">
            {t("auth.signIn")}
          </LinkButton>
        </Match>
        <Match when={token() === "" || isRefused()}>
          <LinkRefused>
            <LinkButton href="/forgot" variant="primary" size="lg">
              {t("account.forgotSend")}
            </LinkButton>
          </LinkRefused>
        </Match>
        <Match when={true}>
          <form method="post" class="grid gap-4" onSubmit={save} onInput={warmUp}>
            <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
            <input type="hidden" name="token" value={token() ?? ""} />
            <PasswordField
              label={t("account.newPassword")}
              help={t("auth.passwordHelp")}
              name="password"
              required
              minlength={10}
              maxlength={200}
              autocomplete="new-password"
              autofocus
              issues={form.issues().password}
            />
            <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
              {t("account.resetSave")}
            </Button>
          </form>
        </Match>
      </Switch>
    </div>
  );
}
