import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { formAction } from "../form-action";
import { requestReset } from "./actions";

/** Asks for a link for a new password; what is said afterwards is the same for every address. */
export function ForgotForm() {
  const form = formAction(requestReset);
  const [sentTo, setSentTo] = createSignal<string>();
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (await form.submit(event)) setSentTo(email);
  };
  const asking = (
    <form method="post" class="grid gap-4" onSubmit={send} onInput={warmUp}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
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
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("account.forgotSend")}
      </Button>
    </form>
  );
  return (
    <div class="grid gap-4" aria-live="polite">
      <Show when={sentTo()} fallback={asking}>
        {(email) => (
          <>
            <Notice tone="accent" title={t("account.forgotSentTitle")}>
              {t("account.forgotSentText", { email: email() })}
            </Notice>
            <p class="m-0 text-sm text-muted">{t("account.forgotNothing")}</p>
          </>
        )}
      </Show>
    </div>
  );
}
