import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Skeleton } from "~/ui/skeleton";
import type { GetTop } from "../../schema/stats";
import { mailTop } from "./queries";

/** Who has the most of something: each with its share of the highest. */
export function TopList(props: { title: string; input: GetTop; linkTo: (id: string) => string }) {
  const top = createAsync(() => mailTop(props.input));
  const most = () => top()?.rows[0]?.count ?? 1;
  return (
    <Card title={props.title}>
      <Show when={top()} fallback={<Skeleton class="h-32" />}>
        {(found) => (
          <ol class="grid gap-2 m-0 p-0 list-none">
            <For each={found().rows} fallback={<li class="text-muted">{t("analytics.nothing")}</li>}>
              {(row) => (
                <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 items-baseline">
                  <a href={props.linkTo(row.id)} class="[overflow-wrap:anywhere]">
                    {row.name}
                  </a>
                  <span class="[font-variant-numeric:tabular-nums]">{row.count.toLocaleString(locale())}</span>
                  <span
                    class="col-span-2 h-1 rounded-full bg-accent"
                    style={{ width: `${Math.max(1, (row.count / most()) * 100)}%` }}
                  />
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </Card>
  );
}
