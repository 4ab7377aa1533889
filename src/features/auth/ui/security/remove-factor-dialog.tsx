import { createUniqueId, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import type { FormAction } from "../form-action";
import { SignOutOthers } from "./sign-out-others";

type RemoveFactorDialogProps = {
  title: string;
  text: string;
  form: FormAction;
  /** Goes with the form. */
  fields?: Record<string, string>;
  onClose: () => void;
  onDone: () => void;
};

/** Asks before a factor is removed, and whether to sign out elsewhere. */
export function RemoveFactorDialog(props: RemoveFactorDialogProps) {
  const formId = createUniqueId();
  const submit = async (event: Parameters<FormAction["submit"]>[0]) => {
    if (await props.form.submit(event)) props.onDone();
  };
  return (
    <Dialog
      open
      size="sm"
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="danger" busy={props.form.isBusy()}>
            {t("security.remove")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={props.form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <p class="m-0">{props.text}</p>
        <For each={Object.entries(props.fields ?? {})}>
          {([name, value]) => <input type="hidden" name={name} value={value} />}
        </For>
        <SignOutOthers />
      </form>
    </Dialog>
  );
}
