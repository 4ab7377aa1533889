import { createUniqueId, Show } from "solid-js";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { formAction } from "~/features/auth/ui/form-action";
import { CodeField } from "~/features/auth/ui/security/code-field";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { failureText } from "../failure-text";
import { stepUp } from "./queries";

type StepUpDialogProps = { open: boolean; hasTotp: boolean; onEnd: (isProven: boolean) => void };

const wording = (failure: unknown) =>
  failureKeyOf(failure) === "auth.wrong_credentials" ? t("access.proofWrong") : failureText(failure);

/** Asks for what signing in would take; `onEnd` says whether it was right, or was given up. */
export default function StepUpDialog(props: StepUpDialogProps) {
  const formId = createUniqueId();
  const form = formAction(stepUp, wording);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) props.onEnd(true);
  };
  return (
    <Dialog
      open={props.open}
      size="sm"
      onClose={() => props.onEnd(false)}
      title={t("access.proofTitle")}
      description={t("access.proofText")}
      footer={
        <>
          <Button onClick={() => props.onEnd(false)}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("access.proofConfirm")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <PasswordField
          label={t("access.password")}
          name="password"
          required
          maxlength={200}
          autocomplete="current-password"
          autofocus
        />
        <Show when={props.hasTotp}>
          <CodeField issues={form.issues().code && t("security.codeShape")} />
        </Show>
      </form>
    </Dialog>
  );
}
