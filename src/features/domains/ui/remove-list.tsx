import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";

type Obsolete = { name: string; type: string; value: string };

/** Records to delete; what is to be added stands elsewhere. */
export const RemoveList = (props: { records: readonly Obsolete[] }) => (
  <Show when={props.records.length > 0}>
    <div class="grid gap-1 p-3 rounded-md bg-danger-soft">
      <h4 class="text-sm text-danger">{t("guide.removeRecords")}</h4>
      <For each={props.records}>
        {(record) => (
          <code class="block break-all">
            <del class="no-underline">{`${record.name} ${record.type} ${record.value}`}</del>
          </code>
        )}
      </For>
    </div>
  </Show>
);
