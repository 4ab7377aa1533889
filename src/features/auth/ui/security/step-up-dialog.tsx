import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { Skeleton } from "~/ui/skeleton";
import type { ProofMethods } from "../../schema/security";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { formAction } from "../form-action";
import { CodeField } from "./code-field";
import { PasskeyButton } from "./passkey-button";
import { usePasskey } from "./passkey-browser";
import { proofMethods } from "./queries";
import { stepUp } from "./actions";

type Ending = { onEnd: (isProven: boolean) => void };

const wording = (failure: unknown) =>
  failureKeyOf(failure) === "auth.wrong_credentials" ? t("security.proofWrong") : failureText(failure);

/** Asks for what signing in would take; `onEnd` says whether it was right, or was given up. */
export default function StepUpDialog(props: { open: boolean } & Ending) {
  const methods = createAsync(() => proofMethods());
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onEnd(false)}
      title={t("security.proofTitle")}
      description={t("security.proofText")}
      size="sm"
    >
      <Suspense fallback={<Skeleton />}>
        <Show when={methods()}>{(known) => <Proof methods={known()} onEnd={props.onEnd} />}</Show>
      </Suspense>
    </Dialog>
  );
}

function Proof(props: { methods: ProofMethods } & Ending) {
  const hasForm = () => (props.methods.password && !props.methods.passkey) || props.methods.code;
  const byPasskey = async () => {
    const question = await trpc.auth.security.askPasskeyToStepUp.mutate();
    await trpc.auth.security.stepUpPasskey.mutate({ answer: await usePasskey(question) });
    props.onEnd(true);
  };
  return (
    <div class="grid gap-4">
      <Show when={props.methods.passkey}>
        <PasskeyButton variant="primary" onUse={byPasskey}>
          {t("security.usePasskey")}
        </PasskeyButton>
      </Show>
      <Show when={props.methods.passkey && hasForm()}>
        <p class="m-0 text-center text-sm text-muted">{t("auth.or")}</p>
      </Show>
      <Show when={hasForm()}>
        <ProofForm methods={props.methods} onEnd={props.onEnd} />
      </Show>
      <Show when={!hasForm() && !props.methods.passkey}>
        <p class="m-0">{t("security.proofElsewhere")}</p>
        <LinkButton href={`/login?next=${encodeURIComponent(location.pathname)}`} rel="external" variant="primary">
          {t("auth.signIn")}
        </LinkButton>
      </Show>
    </div>
  );
}

function ProofForm(props: { methods: ProofMethods } & Ending) {
  const form = formAction(stepUp, wording);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) props.onEnd(true);
  };
  const isMain = () => !props.methods.passkey;
  return (
    <form method="post" class="grid gap-4" onSubmit={submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Show when={props.methods.password}>
        <PasswordField
          label={t("auth.password")}
          name="password"
          required
          maxlength={200}
          autocomplete="current-password"
          autofocus={isMain()}
        />
      </Show>
      <Show when={props.methods.code}>
        <CodeField
          autofocus={isMain() && !props.methods.password}
          issues={form.issues().code && t("security.codeShape")}
        />
      </Show>
      <Button type="submit" variant={isMain() ? "primary" : "secondary"} busy={form.isBusy()}>
        {t("security.proofConfirm")}
      </Button>
    </form>
  );
}
