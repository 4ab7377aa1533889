import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { UserPage } from "../../schema";
import type { BulkAction } from "../../schema/bulk";
import type { Selection } from "../list/selection";

const kept = ["suspend", "resume", "set_quota", "invite", "remove"] as const;
const deleted = ["restore"] as const;

export type BulkBarProps = {
  selection: Selection;
  matching: UserPage["matching"];
  /** Whether there are more who match than stand on this page. */
  hasMore: boolean;
  isBin: boolean;
  onAct: (action: BulkAction) => void;
};

/** What is selected, and what can be done to all of it; nothing while nothing is. */
export function BulkBar(props: BulkBarProps) {
  const count = () => props.selection.chosen().length;
  const text = () => {
    if (!props.selection.isEverything()) return t("people.selected", { count: count() });
    const key = props.matching.isMore ? "people.selectedAllMore" : "people.selectedAll";
    return t(key, { count: props.matching.count });
  };
  const actions = (): readonly BulkAction[] => (props.isBin ? deleted : kept);
  return (
    <Show when={count() > 0 || props.selection.isEverything()}>
      <section
        class="flex flex-wrap items-center gap-2 mb-3 p-3 rounded-md bg-surface-sunken"
        aria-label={t("people.bulkActions")}
      >
        <span role="status" class="me-2 font-medium">
          {text()}
        </span>
        <Show when={props.selection.isAll() && props.hasMore && !props.selection.isEverything()}>
          <Button size="sm" variant="ghost" onClick={() => props.selection.chooseEverything()}>
            {props.matching.isMore ? t("people.selectAllMore") : t("people.selectAll", { count: props.matching.count })}
          </Button>
        </Show>
        <For each={actions()}>
          {(action) => (
            <Button
              size="sm"
              variant={action === "remove" ? "danger" : "secondary"}
              onClick={() => props.onAct(action)}
            >
              {t(`people.do_${action}`)}
            </Button>
          )}
        </For>
        <Button size="sm" variant="ghost" class="ms-auto" onClick={() => props.selection.clear()}>
          {t("people.clearSelection")}
        </Button>
      </section>
    </Show>
  );
}
