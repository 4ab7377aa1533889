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
  const confirm = async (run: (webhookId: string) => Promise<unknown>, text?: string) => {
    setBusy(true);
    try {
      await run(props.webhook.id);
      if (text) toast(text, { tone: "success" });
      if (text) props.onClose();
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
      props.onClose();
    }
    setBusy(false);
  };
  const showNew = async (webhookId: string) => setSecret((await rotate(webhookId)).secret);
  const switchOff = (webhookId: string) => setEnabled(webhookId, false);
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
              onConfirm={() => void confirm(showNew)}
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
              onConfirm={() => void confirm(switchOff, t("webhooks.switchedOff"))}
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
              onConfirm={() => void confirm(remove, t("webhooks.removed"))}
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
