import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { formAction } from "../form-action";
import { changeEmail } from "./actions";

/** Asks for another address to sign in with; it counts once the link that is mailed to it was opened. */
export function ChangeEmailForm(props: { email: string }) {
  const form = formAction(changeEmail);
  const [sentTo, setSentTo] = createSignal<string>();
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const shown = event.currentTarget;
    const email = String(new FormData(shown).get("email") ?? "").trim();
    if (!(await form.submit(event))) return;
    shown.reset();
    setSentTo(email);
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={save}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <div aria-live="polite">
        <Show when={sentTo()}>
          {(email) => <Notice tone="accent">{t("account.emailSent", { email: email() })}</Notice>}
        </Show>
      </div>
      <Field
        label={t("account.newEmail")}
        help={t("account.newEmailHelp", { email: props.email })}
        name="email"
        type="email"
        required
        maxlength={254}
        autocomplete="email"
        issues={form.issues().email}
      />
      <div>
        <Button type="submit" variant="primary" busy={form.isBusy()}>
          {t("account.emailSave")}
        </Button>
      </div>
    </form>
  );
}
