import { useAction } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Webhook } from "../../schema/webhooks";
import { ActDialog } from "../act-dialog";
import { removeWebhook, rotateSecret, setWebhookEnabled } from "./queries";
import SecretDialog from "./secret-dialog";
import type { WebhookAct } from "./webhook-actions";

type WebhookActDialogsProps = { webhook: Webhook; act: WebhookAct; onClose: () => void };

/** Asks before what cannot be taken back, or costs events. */
export default function WebhookActDialogs(props: WebhookActDialogsProps) {
  const [rotate, setEnabled, remove] = [
    ...([useAction(rotateSecret), useAction(setWebhookEnabled), useAction(removeWebhook)] as const),
  ];
  const [secret, setSecret] = createSignal<string>();
  const showNew = async () => setSecret((await rotate(props.webhook.id)).secret);
  return (
    <Show
      when={secret()}
      fallback={
        <Switch>
          <Match when={props.act === "rotate"}>
            <ActDialog
              onClose={props.onClose}
              act={showNew}
              title={t("webhooks.rotateTitle")}
              confirmLabel={t("webhooks.rotate")}
            >
              {t("webhooks.rotateConfirm")}
            </ActDialog>
          </Match>
          <Match when={props.act === "switchOff"}>
            <ActDialog
              onClose={props.onClose}
              act={() => setEnabled(props.webhook.id, false)}
              done={t("webhooks.switchedOff")}
              title={t("webhooks.switchOffTitle")}
              confirmLabel={t("webhooks.switchOff")}
              tone="danger"
            >
              {t("webhooks.switchOffConfirm")}
            </ActDialog>
          </Match>
          <Match when={props.act === "remove"}>
            <ActDialog
              onClose={props.onClose}
              act={() => remove(props.webhook.id)}
              done={t("webhooks.removed")}
              title={t("webhooks.removeTitle")}
              confirmLabel={t("webhooks.remove")}
              tone="danger"
            >
              {t("webhooks.removeConfirm")}
            </ActDialog>
          </Match>
        </Switch>
      }
    >
      {(shown) => <SecretDialog secret={shown()} onClose={props.onClose} />}
    </Show>
  );
}
