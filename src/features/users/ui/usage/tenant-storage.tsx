import { createAsync } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import { setStorageMode, tenantStorage } from "./queries";

const size = (bytes: number) => formatBytes(bytes, locale());

/** What all mailboxes hold together, and whether they share the plan's storage. */
export function TenantStorage(props: { canEdit: boolean }) {
  const formId = createUniqueId();
  const storage = createAsync(() => tenantStorage());
  const form = formAction(setStorageMode);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) toast(t("usage.modeSet"), { tone: "success" });
  };
  return (
    <Card title={t("usage.tenantTitle")} description={t("usage.tenantText")}>
      <Show when={storage()}>
        {(found) => (
          <div class="grid gap-4">
            <Progress
              variant="meter"
              label={t("usage.tenantTitle")}
              value={found().mode === "pooled" ? found().usedBytes : found().quotaBytes}
              max={found().maxBytes}
              text={t(found().mode === "pooled" ? "usage.tenantPooled" : "usage.tenantGiven", {
                ...{ used: size(found().usedBytes), quota: size(found().quotaBytes), max: size(found().maxBytes) },
              })}
            />
            <Show when={found().mode === "pooled" && found().usedBytes >= found().maxBytes}>
              <Notice tone="danger">{t("usage.poolFull")}</Notice>
            </Show>
            <Show when={props.canEdit}>
              <form id={formId} method="post" class="flex flex-wrap items-end gap-3" onSubmit={submit}>
                <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
                <Select
                  class="grow basis-64"
                  label={t("usage.mode")}
                  name="mode"
                  value={found().mode}
                  options={[
                    { value: "per_user", label: t("usage.modePerUser") },
                    { value: "pooled", label: t("usage.modePooled") },
                  ]}
                  issues={form.issues().mode}
                />
                <Button type="submit" busy={form.isBusy()}>
                  {t("common.save")}
                </Button>
              </form>
            </Show>
          </div>
        )}
      </Show>
    </Card>
  );
}
