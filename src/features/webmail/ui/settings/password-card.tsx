import { createSignal, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { DayOf } from "~/features/auth/ui/security/day-of";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { toast } from "~/ui/toast-store";
import type { MailSecurity } from "../../schema/security";
import { failureText } from "../failure-text";
import { changePassword } from "./queries";

/** The password: since when, and another one for who knows it. */
export function PasswordCard(props: { security: MailSecurity }) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Card
      title={t("access.password")}
      description={t("access.passwordText")}
      actions={
        <Button aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
          {isOpen() ? t("common.close") : t("access.changePassword")}
        </Button>
      }
    >
      <Show when={props.security.passwordSetAt}>
        {(at) => (
          <p class="m-0">
            {t("access.passwordSince")} <DayOf at={at()} />
          </p>
        )}
      </Show>
      <Show when={isOpen()}>
        <ChangeForm address={props.security.address} onDone={() => setOpen(false)} />
      </Show>
    </Card>
  );
}

function ChangeForm(props: { address: string; onDone: () => void }) {
  const form = formAction(changePassword, failureText);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (!(await form.submit(event))) return;
    props.onDone();
    toast(t("access.passwordChanged"), { tone: "success" });
  };
  return (
    <form method="post" class="mt-4 grid gap-4" onSubmit={submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="username" autocomplete="username" value={props.address} />
      <PasswordField
        label={t("access.currentPassword")}
        name="currentPassword"
        required
        maxlength={200}
        autocomplete="current-password"
        autofocus
        issues={form.issues().currentPassword}
      />
      <PasswordField
        label={t("access.newPassword")}
        help={t("access.welcomeHelp")}
        name="newPassword"
        required
        minlength={10}
        maxlength={200}
        autocomplete="new-password"
        issues={form.issues().newPassword}
      />
      <Checkbox name="removeApps" label={t("access.welcomeApps")} help={t("access.welcomeAppsHelp")} />
      <div class="flex justify-end">
        <Button type="submit" variant="primary" busy={form.isBusy()}>
          {t("access.passwordSave")}
        </Button>
      </div>
    </form>
  );
}
