import { createSignal, Match, Show, Switch } from "solid-js";
import { keepLinkToken } from "~/features/auth/ui/account/link-token";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import type { MailboxLinkView } from "../../schema/security";
import { failureText } from "../failure-text";

type RecoveryStepProps = { view: Extract<MailboxLinkView, { kind: "recovery" }>; token: string };

/** Confirms a recovery address, in a browser that is signed in to the mailbox. */
export function RecoveryStep(props: RecoveryStepProps) {
  const [isBusy, setBusy] = createSignal(false);
  const [isDone, setDone] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const words = () => ({ address: props.view.address, email: props.view.email });
  const confirm = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await trpc.webmail.security.confirmRecovery.mutate({ token: props.token });
      setDone(true);
    } catch (error) {
      setProblem(failureText(error));
    }
    setBusy(false);
  };
  return (
    <Switch>
      <Match when={isDone()}>
        <Notice tone="success">{t("access.recoveryDone", { email: props.view.email })}</Notice>
        <LinkButton href="/mail/settings" variant="primary" size="lg">
          {t("access.toSettings")}
        </LinkButton>
      </Match>
      <Match when={props.view.isSignedIn}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <p class="m-0 break-words">{t("access.recoveryOffer", words())}</p>
        <Button variant="primary" size="lg" busy={isBusy()} onClick={() => void confirm()}>
          {t("access.recoveryConfirm")}
        </Button>
      </Match>
      <Match when={!props.view.isSignedIn}>
        <Notice tone="accent">{t("access.recoverySignInFirst", { address: props.view.address })}</Notice>
        <LinkButton
          href="/mail/login?next=%2Fwelcome"
          variant="primary"
          size="lg"
          onClick={() => keepLinkToken(props.token)}
        >
          {t("access.toSignIn")}
        </LinkButton>
      </Match>
    </Switch>
  );
}
