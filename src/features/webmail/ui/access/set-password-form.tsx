import { createSignal, Match, Show, Switch } from "solid-js";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import type { MailboxLinkView } from "../../schema/security";
import { failureText } from "../failure-text";
import { setByLink } from "./actions";
import { LinkGone } from "./link-gone";

type SetPasswordFormProps = {
  view: Extract<MailboxLinkView, { kind: "password" }>;
  token: string;
};

/** Chooses the password of a mailbox by a link, then signs in with it. */
export function SetPasswordForm(props: SetPasswordFormProps) {
  // Used or withdrawn meanwhile.
  const [isGone, setGone] = createSignal(false);
  const form = formAction(setByLink, (failure) => {
    if (failureKeyOf(failure) === "auth.link_invalid") setGone(true);
    return failureText(failure);
  });
  const [isSaved, setSaved] = createSignal(false);
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    if (await form.submit(event)) setSaved(true);
  };
  const asking = (
    <form method="post" class="grid gap-4" onSubmit={save}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="username" autocomplete="username" value={props.view.address} />
      <PasswordField
        label={t("access.newPassword")}
        help={t("access.welcomeHelp")}
        name="password"
        required
        minlength={10}
        maxlength={200}
        autocomplete="new-password"
        autofocus
        issues={form.issues().password}
      />
      <Show when={!props.view.isFirst}>
        <Checkbox name="removeApps" checked label={t("access.welcomeApps")} help={t("access.welcomeAppsHelp")} />
      </Show>
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("access.welcomeSave")}
      </Button>
    </form>
  );
  return (
    <Switch fallback={asking}>
      <Match when={isGone()}>
        <LinkGone />
      </Match>
      <Match when={isSaved()}>
        <Notice tone="success" title={t("access.savedTitle")}>
          {t("access.savedText")}
        </Notice>
        <LinkButton href="/mail/login" variant="primary" size="lg">
          {t("access.toSignIn")}
        </LinkButton>
      </Match>
    </Switch>
  );
}
