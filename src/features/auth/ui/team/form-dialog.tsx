import { createUniqueId, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import type { FormAction } from "../form-action";

type FormDialogProps = {
  title: string;
  text: string;
  submitLabel: string;
  form: FormAction;
  onClose: () => void;
  /** Told what was sent. */
  onDone: (sent: FormData) => void;
  children: JSX.Element;
};

/** A form in a dialog, which stays open with everything typed until the server has agreed. */
export function FormDialog(props: FormDialogProps) {
  const formId = createUniqueId();
  const submit = async (event: Parameters<FormAction["submit"]>[0]) => {
    const sent = new FormData(event.currentTarget);
    if (await props.form.submit(event)) props.onDone(sent);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={props.form.isBusy()}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-5" onSubmit={submit}>
        <Show when={props.form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        {props.children}
      </form>
    </Dialog>
  );
}
