import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import { changePassword } from "./actions";

/** Changes the member's password; `hasPassword` is false for whoever signed in with a passkey or a provider only. */
export function ChangePasswordForm(props: { hasPassword: boolean; onDone?: () => void }) {
  const form = formAction(changePassword);
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const shown = event.currentTarget;
    if (!(await form.submit(event))) return;
    shown.reset();
    toast(t("account.passwordChanged"), { tone: "success" });
    props.onDone?.();
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={save}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Show when={props.hasPassword}>
        <PasswordField
          label={t("account.currentPassword")}
          name="currentPassword"
          required
          maxlength={200}
          autocomplete="current-password"
          issues={form.issues().currentPassword}
        />
      </Show>
      <PasswordField
        label={t("account.newPassword")}
        help={t("auth.passwordHelp")}
        name="newPassword"
        required
        minlength={10}
        maxlength={200}
        autocomplete="new-password"
        issues={form.issues().newPassword}
      />
      <div>
        <Button type="submit" variant="primary" busy={form.isBusy()}>
          {t("account.resetSave")}
        </Button>
      </div>
    </form>
  );
}
