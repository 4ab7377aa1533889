import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import { changeName } from "./actions";

/** The name that colleagues see. */
export function ChangeNameForm(props: { name: string }) {
  const form = formAction(changeName);
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    if (await form.submit(event)) toast(t("account.nameChanged"), { tone: "success" });
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={save}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Field
        label={t("account.name")}
        name="name"
        maxlength={100}
        autocomplete="name"
        value={props.name}
        issues={form.issues().name}
      />
      <div>
        <Button type="submit" variant="primary" busy={form.isBusy()}>
          {t("common.save")}
        </Button>
      </div>
    </form>
  );
}
