import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import { renameTenant } from "./queries";

/** What the tenant is called. */
export function NameCard(props: { name: string; canEdit: boolean }) {
  const form = formAction(renameTenant);
  const save = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) toast(t("tenant.nameSaved"), { tone: "success" });
  };
  return (
    <Card title={t("tenant.nameTitle")} description={t("tenant.nameText")}>
      <Show when={props.canEdit} fallback={<p class="m-0">{props.name}</p>}>
        <form method="post" class="grid gap-4" onSubmit={save}>
          <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
          <Field
            label={t("tenant.nameLabel")}
            name="name"
            required
            maxlength={100}
            autocomplete="organization"
            value={props.name}
            issues={form.issues().name}
          />
          <div>
            <Button type="submit" busy={form.isBusy()}>
              {t("common.save")}
            </Button>
          </div>
        </form>
      </Show>
    </Card>
  );
}
