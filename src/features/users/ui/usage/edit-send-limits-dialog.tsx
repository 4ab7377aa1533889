import type { Action } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";

type Pair<T> = { perHour: T; perDay: T };

type EditSendLimitsDialogProps = {
  /** Of the mailbox user or the domain. */
  id: string;
  text: string;
  own: Pair<number | null>;
  /** The most that may be set, which holds where a field is empty. */
  plan: Pair<number>;
  save: Action<[FormData], unknown>;
  onClose: () => void;
};

/** Changes how many recipients an hour and a day there may be. Fetched when it is first opened. */
export default function EditSendLimitsDialog(props: EditSendLimitsDialogProps) {
  // oxlint-disable-next-line solid/reactivity -- which action saves does not change while it is open
  const form = formAction(props.save);
  const formId = createUniqueId();
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (!(await form.submit(event))) return;
    props.onClose();
    toast(t("usage.sendLimitsSet"), { tone: "success" });
  };
  const field = (name: "perHour" | "perDay", label: string) => (
    <Field
      label={label}
      name={name}
      type="number"
      inputmode="numeric"
      min={1}
      max={props.plan[name]}
      step={1}
      optional
      value={props.own[name] ?? ""}
      help={t("usage.sendPlanHelp", { max: props.plan[name] })}
      issues={form.issues()[name]}
    />
  );
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="sm"
      title={t("usage.sendLimitsTitle")}
      description={props.text}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <input type="hidden" name="id" value={props.id} />
        {field("perHour", t("usage.sendPerHour"))}
        {field("perDay", t("usage.sendPerDay"))}
      </form>
    </Dialog>
  );
}
