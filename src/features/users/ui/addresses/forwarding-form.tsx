import { Show } from "solid-js";
import type { FormAction } from "~/features/auth/ui/form-action";
import type { Forwarding } from "~/features/users/schema/forwarding";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";

type ForwardingFormProps = {
  form: FormAction;
  userId?: string;
  forwarding: Forwarding | null;
  onDone: () => void;
};

/** Asks where mail shall go on to. */
export function ForwardingForm(props: ForwardingFormProps) {
  const submit = async (event: Parameters<FormAction["submit"]>[0]) => {
    if (!(await props.form.submit(event))) return;
    props.onDone();
    toast(t("addresses.forwardSaved"), { tone: "success" });
  };
  return (
    <form method="post" class="grid grid-cols-1 gap-4 justify-items-start" onSubmit={(event) => void submit(event)}>
      <Show when={props.form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Show when={props.userId}>{(userId) => <input type="hidden" name="userId" value={userId()} />}</Show>
      <Field
        label={t("addresses.forwardTarget")}
        name="target"
        type="email"
        required
        maxlength={254}
        autocomplete="off"
        class="w-full"
        value={props.forwarding?.target ?? ""}
        issues={props.form.issues().target}
      />
      <Checkbox name="keepsCopy" label={t("addresses.forwardKeep")} checked={props.forwarding?.keepsCopy ?? true} />
      <Button type="submit" busy={props.form.isBusy()}>
        {props.forwarding ? t("common.save") : t("addresses.forwardSave")}
      </Button>
    </form>
  );
}
