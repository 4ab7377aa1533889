import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { proposeRecovery } from "./queries";

/** Asks for the address that is proposed as the way back into a mailbox. */
export default function ProposeDialog(props: { userId: string; address: string; onClose: () => void }) {
  const formId = createUniqueId();
  const form = formAction(proposeRecovery);
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const email = String(new FormData(event.currentTarget).get("email") ?? "");
    if (!(await form.submit(event))) return;
    props.onClose();
    toast(t("access.proposed", { email }), { tone: "success" });
  };
  return (
    <Dialog
      open
      size="sm"
      onClose={props.onClose}
      title={t("access.proposeTitle", { address: props.address })}
      description={t("access.proposeText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("access.propose")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <input type="hidden" name="userId" value={props.userId} />
        <Field
          label={t("access.proposeEmail")}
          name="email"
          type="email"
          required
          maxlength={254}
          autocomplete="off"
          autofocus
          issues={form.issues().email}
        />
      </form>
    </Dialog>
  );
}
