import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { SecondFactorMethod } from "../../schema";
import { formAction } from "../form-action";
import { CodeField } from "./code-field";
import { PasskeyButton } from "./passkey-button";
import { signInSecondFactor } from "./actions";
import { signInWithPasskey } from "./sign-in-with-passkey";

/** The second step of signing in, with whatever the person has; `next` is the page to go on to. */
export function SecondFactorForm(props: { methods: readonly SecondFactorMethod[]; next: string }) {
  const form = formAction(signInSecondFactor);
  const navigate = useNavigate();
  const byPasskey = async () => {
    await signInWithPasskey();
    navigate(props.next);
  };
  const has = (method: SecondFactorMethod) => props.methods.includes(method);
  const help = () => (has("totp") ? t("security.codeHelp") : t("security.recoveryCodeHelp"));
  return (
    <div class="grid gap-4">
      <Show when={has("passkey")}>
        <PasskeyButton size="lg" variant="primary" onUse={byPasskey}>
          {t("security.usePasskey")}
        </PasskeyButton>
        <Show when={has("totp") || has("recovery_code")}>
          <p class="m-0 text-center text-sm text-muted">{t("auth.or")}</p>
        </Show>
      </Show>
      <Show when={has("totp") || has("recovery_code")}>
        <form method="post" class="grid gap-4" onSubmit={form.submit}>
          <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
          <input type="hidden" name="next" value={props.next} />
          <CodeField autofocus={!has("passkey")} help={help()} issues={form.issues().code && t("security.codeShape")} />
          <Button type="submit" variant={has("passkey") ? "secondary" : "primary"} size="lg" busy={form.isBusy()}>
            {t("auth.signIn")}
          </Button>
        </form>
      </Show>
    </div>
  );
}
