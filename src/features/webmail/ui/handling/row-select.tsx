import { createEffect, onCleanup } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { ThreadSummary } from "../../schema";
import { selection } from "./selection";

/**
 * The box with which a row is chosen; beside the row's link, never inside it. From the keyboard a row is chosen where the focus is, so the
 * box itself is no stop. A press with Shift is a gesture (`row-gestures.ts`).
 */
export function RowSelect(props: { row: ThreadSummary }) {
  createEffect(() => {
    const { row } = props;
    const { threadId } = row;
    selection.listed.set(threadId, row);
    onCleanup(() => selection.listed.get(threadId) === row && selection.listed.delete(threadId));
  });
  return (
    <input
      type="checkbox"
      data-slot="row-select"
      tabindex="-1"
      aria-label={t("handling.select", { subject: props.row.subject || t("webmail.noSubject") })}
      checked={selection.has(props.row.threadId)}
      onClick={() => selection.toggle(props.row)}
    />
  );
}
