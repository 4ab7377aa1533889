import { createSignal, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { CenterShell } from "~/ui/center-shell";
import { Field } from "~/ui/field";
import { Logo } from "~/ui/logo";
import { Notice } from "~/ui/notice";
import { Title } from "~/ui/title";
import { failureText } from "../failure-text";
import { requestReset } from "./actions";

/** Asking for a new mailbox password; what is said afterwards is the same for every address. */
export function ForgotView() {
  const form = formAction(requestReset, failureText);
  const [sentFor, setSentFor] = createSignal<string>();
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const address = String(new FormData(event.currentTarget).get("address") ?? "").trim();
    if (await form.submit(event)) setSentFor(address);
  };
  const asking = (
    <form method="post" class="grid gap-4" onSubmit={send} onInput={warmUp}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
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
      <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
        {t("access.forgotSend")}
      </Button>
    </form>
  );
  return (
    <CenterShell
      brand={<Logo />}
      title={t("access.forgotTitle")}
      description={t("access.forgotText")}
      aside={<a href="/mail/login">{t("access.backToSignIn")}</a>}
    >
      <Title>{t("access.forgotTitle")}</Title>
      <div class="grid gap-4" aria-live="polite">
        <Show when={sentFor()} fallback={asking}>
          {(address) => (
            <>
              <Notice tone="accent" title={t("access.forgotSentTitle")}>
                {t("access.forgotSentText", { address: address() })}
              </Notice>
              <p class="m-0 text-sm text-muted">{t("access.forgotNothing")}</p>
            </>
          )}
        </Show>
      </div>
    </CenterShell>
  );
}
