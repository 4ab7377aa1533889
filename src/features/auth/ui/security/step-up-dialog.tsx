import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { Skeleton } from "~/ui/skeleton";
import { failureKeyOf, failureText } from "../failure-text";
import { formAction } from "../form-action";
import { CodeField } from "./code-field";
import { proofMethods, stepUp } from "./queries";

const wording = (failure: unknown) =>
  failureKeyOf(failure) === "auth.wrong_credentials" ? t("security.proofWrong") : failureText(failure);

/** Asks for what signing in would take; `onEnd` says whether it was right, or was given up. */
export default function StepUpDialog(props: { open: boolean; onEnd: (isProven: boolean) => void }) {
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onEnd(false)}
      title={t("security.proofTitle")}
      description={t("security.proofText")}
      size="sm"
    >
      <Suspense fallback={<Skeleton />}>
        <ProofForm onEnd={props.onEnd} />
      </Suspense>
    </Dialog>
  );
}

function ProofForm(props: { onEnd: (isProven: boolean) => void }) {
  const methods = createAsync(() => proofMethods());
  const form = formAction(stepUp, wording);
  return (
    <Show when={methods()}>
      {(known) => (
        <form
          class="grid gap-4"
          onSubmit={(event) => void form.submit(event).then((isProven) => isProven && props.onEnd(true))}
        >
          <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
          <Show when={known().password}>
            <PasswordField
              label={t("auth.password")}
              name="password"
              required
              maxlength={200}
              autocomplete="current-password"
              autofocus
            />
          </Show>
          <Show when={known().code}>
            <CodeField autofocus={!known().password} />
          </Show>
          <Button type="submit" variant="primary" busy={form.isBusy()}>
            {t("security.proofConfirm")}
          </Button>
        </form>
      )}
    </Show>
  );
}
