import { createUniqueId, type JSX, Show } from "solid-js";
import type { FormAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";

export type EditUserDialogProps = {
  userId: string;
  title: string;
  text: string;
  form: FormAction;
  onClose: () => void;
  onDone: () => void;
  /** The one field; it is given what the server said about fields, by name. */
  children: (issues: Record<string, string>) => JSX.Element;
};

/** A dialog that changes one thing of one user. */
export function EditUserDialog(props: EditUserDialogProps) {
  const formId = createUniqueId();
  const submit = async (event: Parameters<FormAction["submit"]>[0]) => {
    if (await props.form.submit(event)) props.onDone();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="sm"
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={props.form.isBusy()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={props.form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <input type="hidden" name="userId" value={props.userId} />
        {props.children(props.form.issues())}
      </form>
    </Dialog>
  );
}
