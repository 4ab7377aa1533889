import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EditIcon, SendIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { MoreMenu } from "~/ui/more-menu";
import { toast } from "~/ui/toast-store";
import type { Webhook } from "../../schema/webhooks";
import { failureText } from "../failure-text";
import { setWebhookEnabled, testWebhook } from "./queries";

const WebhookDialog = lazyPart(
  () => import("./webhook-dialog"),
  (part) => part.onClose(),
);
const WebhookActDialogs = lazyPart(
  () => import("./webhook-act-dialogs"),
  (part) => part.onClose(),
);

export type WebhookAct = "rotate" | "switchOff" | "remove";

/** What can be done with one webhook. */
export function WebhookActions(props: { webhook: Webhook }) {
  const [test, setEnabled] = [useAction(testWebhook), useAction(setWebhookEnabled)];
  const [isEditing, setEditing] = createSignal(false);
  const [isTesting, setTesting] = createSignal(false);
  const [act, setAct] = createSignal<WebhookAct>();
  const say = (text: string) => toast(text, { tone: "success" });
  const fail = (error: unknown) => toast(failureText(error), { tone: "danger" });
  const sendTest = () => {
    setTesting(true);
    const done = () => setTesting(false);
    void test(props.webhook.id)
      .then(() => say(t("webhooks.testSent")), fail)
      .finally(done);
  };
  const item = (what: WebhookAct) => ({ label: t(`webhooks.${what}`), onSelect: () => setAct(what) });
  const switchOn = () => void setEnabled(props.webhook.id, true).then(() => say(t("webhooks.switchedOn")), fail);
  return (
    <>
      <Show
        when={props.webhook.isEnabled}
        fallback={
          <Button variant="primary" onClick={switchOn}>
            {t("webhooks.switchOn")}
          </Button>
        }
      >
        <Button icon={<SendIcon />} busy={isTesting()} onClick={sendTest}>
          {t("webhooks.sendTest")}
        </Button>
      </Show>
      <Button icon={<EditIcon />} onClick={() => setEditing(true)}>
        {t("webhooks.edit")}
      </Button>
      <MoreMenu
        label={t("webhooks.moreActions")}
        items={[
          item("rotate"),
          ...(props.webhook.isEnabled ? [item("switchOff")] : []),
          "separator",
          { ...item("remove"), tone: "danger" },
        ]}
      />
      <Show when={isEditing()}>
        <WebhookDialog webhook={props.webhook} onClose={() => setEditing(false)} />
      </Show>
      <Show when={act()}>
        {(chosen) => <WebhookActDialogs webhook={props.webhook} act={chosen()} onClose={() => setAct(undefined)} />}
      </Show>
    </>
  );
}
