import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import type { Alias } from "~/features/users/schema/aliases";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { moveAlias, setAliasNote } from "./queries";

/** Asks what an alias is for, or who gets its mail from now on. */
export default function AliasDialog(props: { alias: Alias; act: "note" | "move"; onClose: () => void }) {
  const formId = createUniqueId();
  const [noteForm, moveForm] = [formAction(setAliasNote, addressFailure), formAction(moveAlias, addressFailure)];
  const form = () => (props.act === "note" ? noteForm : moveForm);
  const address = () => props.alias.address;
  const submit = async (event: Parameters<typeof noteForm.submit>[0]) => {
    const to = String(new FormData(event.currentTarget).get("to"));
    const done = props.act === "note" ? t("addresses.noteSaved") : t("addresses.moved", { address: address(), to });
    if (!(await form().submit(event))) return;
    props.onClose();
    toast(done, { tone: "success" });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="sm"
      title={props.act === "note" ? address() : t("addresses.moveTitle", { address: address() })}
      description={props.act === "move" && t("addresses.moveText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form().isBusy()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid grid-cols-1 gap-4" onSubmit={(event) => void submit(event)}>
        <Show when={form().problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <input type="hidden" name="aliasId" value={props.alias.id} />
        <Show
          when={props.act === "note"}
          fallback={
            <Field
              label={t("addresses.moveTo")}
              name="to"
              type="email"
              required
              maxlength={254}
              autofocus
              autocomplete="off"
              issues={form().issues().to}
            />
          }
        >
          <Field
            label={t("addresses.aliasNote")}
            help={t("addresses.aliasNoteHelp")}
            name="note"
            maxlength={200}
            autofocus
            autocomplete="off"
            value={props.alias.note}
            issues={form().issues().note}
          />
        </Show>
      </form>
    </Dialog>
  );
}
