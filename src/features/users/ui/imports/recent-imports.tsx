import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { recentImports } from "./queries";

/** The imports before this one, with how they ended. */
export function RecentImports() {
  const { moment } = localTime();
  const page = createAsync(() => recentImports());
  return (
    <Card title={t("imports.recentTitle")}>
      <Show when={page()?.runs.length} fallback={<p class="text-muted">{t("imports.recentNone")}</p>}>
        <ul class="grid gap-2">
          <For each={page()?.runs}>
            {(run) => (
              <li class="flex flex-wrap items-center gap-3">
                <a class="underline" href={`/admin/users/import?run=${run.id}`}>
                  <time datetime={run.createdAt}>{moment(run.createdAt)}</time>
                </a>
                <Badge>{t(`imports.state_${run.state}`)}</Badge>
                <span class="text-sm text-muted">
                  {t("imports.progressText", { done: run.done, total: run.total })} {run.startedBy}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
