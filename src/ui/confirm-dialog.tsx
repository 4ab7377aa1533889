import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";

export type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: JSX.Element;
  /** What will happen and whether it can be undone. */
  children: JSX.Element;
  confirmLabel: string;
  tone?: "danger" | "primary";
  busy?: boolean;
  /** A name to type first; for acts that destroy. */
  match?: string;
};

/** `<ConfirmDialog open={…} onClose={…} onConfirm={remove} title="Remove example.com?" confirmLabel="Remove" tone="danger" match="example.com">…</ConfirmDialog>` */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const formId = createUniqueId();
  const [typed, setTyped] = createSignal("");
  const isLocked = () => props.match !== undefined && typed().trim() !== props.match;
  const confirm = (event: Event) => {
    event.preventDefault();
    if (!isLocked() && !props.busy) props.onConfirm();
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => (setTyped(""), props.onClose())}
      title={props.title}
      size="sm"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant={props.tone ?? "primary"} busy={props.busy} disabled={isLocked()}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} class="grid gap-4" onSubmit={confirm}>
        <div>{props.children}</div>
        <Show when={props.match}>
          {(match) => (
            <Field
              label={t("common.typeToConfirm", { text: match() })}
              name="confirm"
              autocomplete="off"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Show>
      </form>
    </Dialog>
  );
}
