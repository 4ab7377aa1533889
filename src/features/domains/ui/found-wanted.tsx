import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { DomainRecord } from "../schema";
import { type Marked, markDifferences } from "./mark-differences";
import { valueToPublish } from "./provider/provider-form";

/** What DNS shows beside what it should show; what differs is marked, and said to those who do not see colours. */
export function FoundWanted(props: { record: DomainRecord }) {
  const wanted = () => valueToPublish(props.record);
  const nearest = () => props.record.found[0] ?? "";
  return (
    <div class="grid gap-2 sm:grid-cols-2 sm:gap-4">
      <div class="grid gap-1 content-start">
        <h4 class="text-sm text-muted font-normal">{t("domains.found")}</h4>
        <For each={props.record.found}>
          {(found) => <Value runs={markDifferences(found, wanted())} tone="text-danger bg-danger-soft" />}
        </For>
        <Show when={props.record.foundTtlSeconds}>
          {(seconds) => <p class="text-sm text-muted">{t("guide.foundTtl", { count: Math.ceil(seconds() / 60) })}</p>}
        </Show>
      </div>
      <div class="grid gap-1 content-start">
        <h4 class="text-sm text-muted font-normal">{t("guide.wanted")}</h4>
        <Value runs={markDifferences(wanted(), nearest())} tone="text-success bg-success-soft" />
      </div>
    </div>
  );
}

const Value = (props: { runs: Marked[]; tone: string }) => (
  <code class="block break-all">
    <For each={props.runs}>
      {(run) => (
        <Show when={run.isDifferent} fallback={run.text}>
          <mark class={`rounded-sm ${props.tone}`}>{run.text}</mark>
        </Show>
      )}
    </For>
  </code>
);
