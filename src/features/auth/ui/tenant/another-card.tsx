import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { formAction } from "../form-action";
import { createTenant } from "./queries";

/** One more tenant for the same person. */
export function AnotherCard() {
  const form = formAction(createTenant);
  return (
    <Card title={t("tenant.anotherTitle")} description={t("tenant.anotherText")}>
      <form method="post" class="grid gap-4" onSubmit={form.submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <Field
          label={t("tenant.anotherLabel")}
          name="company"
          required
          maxlength={100}
          autocomplete="off"
          issues={form.issues().company}
        />
        <div>
          <Button type="submit" busy={form.isBusy()}>
            {t("tenant.anotherCreate")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
