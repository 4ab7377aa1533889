import { createAsync, useSubmission } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { CreatedWebhook, Webhook } from "../../schema/webhooks";
import { formAction } from "../form-action";
import { currentMember } from "../queries";
import { EventChoices } from "./event-choices";
import { createWebhook, updateWebhook } from "./queries";

export type WebhookDialogProps = {
  /** The one to change; without it a new one is made. */
  webhook?: Webhook;
  onClose: () => void;
  /** Called with the new webhook, whose secret has to be shown now. */
  onCreated?: (created: CreatedWebhook) => void;
};

/** Asks where to send which events; what the server refuses is said at the field, and nothing typed is lost. */
export default function WebhookDialog(props: WebhookDialogProps) {
  const formId = createUniqueId();
  // oxlint-disable-next-line solid/reactivity -- a dialog is for one webhook as long as it is open
  const form = formAction(props.webhook ? updateWebhook : createWebhook);
  const creating = useSubmission(createWebhook);
  const me = createAsync(() => currentMember());
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (!(await form.submit(event))) return;
    const created = creating.result;
    props.onClose();
    if (props.webhook) toast(t("webhooks.saved"), { tone: "success" });
    else if (created) props.onCreated?.(created);
    creating.clear();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="lg"
      title={props.webhook ? t("webhooks.editTitle") : t("webhooks.createTitle")}
      description={t("webhooks.createText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {props.webhook ? t("webhooks.save") : t("webhooks.create")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <Show when={props.webhook}>{(webhook) => <input type="hidden" name="webhookId" value={webhook().id} />}</Show>
        <Field
          label={t("webhooks.url")}
          help={me.latest?.isTrial ? t("webhooks.urlHelpTrial") : t("webhooks.urlHelp")}
          name="url"
          type="url"
          required
          maxlength={2048}
          value={props.webhook?.url ?? "https://"}
          autofocus
          autocomplete="off"
          spellcheck={false}
          issues={form.issues().url}
        />
        <Field
          label={t("webhooks.label")}
          help={t("webhooks.labelHelp")}
          name="description"
          optional
          maxlength={100}
          value={props.webhook?.description ?? ""}
          autocomplete="off"
          issues={form.issues().description}
        />
        <EventChoices
          chosen={props.webhook?.events ?? []}
          issue={form.issues().events ? t("webhooks.issue_events") : undefined}
        />
      </form>
    </Dialog>
  );
}
