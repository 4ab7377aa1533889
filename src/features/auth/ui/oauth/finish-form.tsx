import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { warmUp } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { formAction } from "../form-action";
import { newcomer, signUpVouched } from "./queries";

/** What is left to say for a newcomer whom a provider vouches for: the company, and an address where the provider proves none. */
export function FinishForm() {
  const form = formAction(signUpVouched);
  const known = createAsync(() => newcomer());
  const gone = (
    <div class="grid gap-4">
      <Notice tone="warning">{t("auth.finishGone")}</Notice>
      <LinkButton href="/signup" variant="primary" size="lg">
        {t("auth.signUp")}
      </LinkButton>
    </div>
  );
  return (
    <Show when={known() !== undefined}>
      <Show when={known()} fallback={gone}>
        {(who) => (
          <form method="post" class="grid gap-4" onSubmit={form.submit} onInput={warmUp}>
            <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
            <Show when={who().isEmailProven && who().email}>
              {(email) => <p class="m-0">{t("auth.finishAs", { provider: who().provider, email: email() })}</p>}
            </Show>
            <Field
              label={t("auth.company")}
              name="company"
              required
              maxlength={100}
              autocomplete="organization"
              autofocus
              issues={form.issues().company}
            />
            <Show when={!who().isEmailProven}>
              <Field
                label={t("auth.email")}
                help={t("auth.finishEmailHelp", { provider: who().provider })}
                name="email"
                type="email"
                required
                maxlength={254}
                autocomplete="email"
                value={who().email ?? ""}
                issues={form.issues().email}
              />
            </Show>
            <Button type="submit" variant="primary" size="lg" busy={form.isBusy()}>
              {t("auth.signUp")}
            </Button>
          </form>
        )}
      </Show>
    </Show>
  );
}
