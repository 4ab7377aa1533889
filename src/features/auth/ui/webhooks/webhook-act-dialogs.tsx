import { useAction } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { toast } from "~/ui/toast-store";
import type { Webhook } from "../../schema/webhooks";
import { failureText } from "../failure-text";
import { removeWebhook, rotateSecret, setWebhookEnabled } from "./queries";
import SecretDialog from "./secret-dialog";
import type { WebhookAct } from "./webhook-actions";

type WebhookActDialogsProps = { webhook: Webhook; act: WebhookAct; onClose: () => void };

/** Asks before what cannot be taken back, or costs events. */
export default function WebhookActDialogs(props: WebhookActDialogsProps) {
  const [rotate, setEnabled, remove] = [
    ...([useAction(rotateSecret), useAction(setWebhookEnabled), useAction(removeWebhook)] as const),
  ];
  const [isBusy, setBusy] = createSignal(false);
  const [secret, setSecret] = createSignal<string>();
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
      props.onClose();
    }
    setBusy(false);
  };
  const done = (text: string) => {
    props.onClose();
    toast(text, { tone: "success" });
  };
  const confirmRotation = () => attempt(async () => void setSecret((await rotate(props.webhook.id)).secret));
  const confirmOff = () =>
    attempt(async () => {
      await setEnabled(props.webhook.id, false);
      done(t("webhooks.switchedOff"));
    });
  const confirmRemoval = () =>
    attempt(async () => {
      await remove(props.webhook.id);
      done(t("webhooks.removed"));
    });
  return (
    <Show
      when={secret()}
      fallback={
        <Switch>
          <Match when={props.act === "rotate"}>
            <ConfirmDialog
              open
              onClose={props.onClose}
              busy={isBusy()}
              onConfirm={() => void confirmRotation()}
              title={t("webhooks.rotateTitle")}
              confirmLabel={t("webhooks.rotate")}
            >
              {t("webhooks.rotateConfirm")}
            </ConfirmDialog>
          </Match>
          <Match when={props.act === "switchOff"}>
            <ConfirmDialog
              open
              onClose={props.onClose}
              busy={isBusy()}
              onConfirm={() => void confirmOff()}
              title={t("webhooks.switchOffTitle")}
              confirmLabel={t("webhooks.switchOff")}
              tone="danger"
            >
              {t("webhooks.switchOffConfirm")}
            </ConfirmDialog>
          </Match>
          <Match when={props.act === "remove"}>
            <ConfirmDialog
              open
              onClose={props.onClose}
              busy={isBusy()}
              onConfirm={() => void confirmRemoval()}
              title={t("webhooks.removeTitle")}
              confirmLabel={t("webhooks.remove")}
              tone="danger"
            >
              {t("webhooks.removeConfirm")}
            </ConfirmDialog>
          </Match>
        </Switch>
      }
    >
      {(shown) => <SecretDialog secret={shown()} onClose={props.onClose} />}
    </Show>
  );
}
