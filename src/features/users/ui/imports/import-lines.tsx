import { createAsync } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusChip } from "~/ui/status-chip";
import type { RunLine } from "../../schema/runs";
import { issueTexts, outcomeText } from "./issue-text";
import { importLines } from "./queries";

const tones = {
  waiting: "neutral",
  created: "success",
  changed: "success",
  skipped: "neutral",
  failed: "danger",
} as const;

const columns = (): Column<RunLine>[] => [
  { id: "line", header: t("imports.columnLine"), width: "5rem", cell: (row) => row.line },
  {
    id: "address",
    header: t("imports.columnAddress"),
    primary: true,
    cell: (row) => (
      <Show when={row.mailUserId} fallback={<span class="break-all">{row.values["address"]}</span>}>
        {(id) => (
          <a class="break-all underline" href={`/admin/users/${id()}`}>
            {row.values["address"]}
          </a>
        )}
      </Show>
    ),
  },
  {
    id: "outcome",
    header: t("imports.columnOutcome"),
    width: "11rem",
    cell: (row) => <StatusChip tone={tones[row.state]}>{outcomeText(row)}</StatusChip>,
  },
  {
    id: "problem",
    header: t("imports.columnProblem"),
    cell: (row) => <For each={issueTexts(row)}>{(text) => <p>{text}</p>}</For>,
  },
];

/** The lines of an import, those with problems first to be looked at. */
export function ImportLines(props: { runId: string; hasFailed: boolean }) {
  const [wish, setWish] = createSignal<boolean>();
  const [after, setAfter] = createSignal<number>();
  const onlyFailed = () => wish() ?? props.hasFailed;
  const page = createAsync(() => importLines({ runId: props.runId, onlyFailed: onlyFailed(), after: after() }));
  return (
    <Card title={t("imports.linesTitle")}>
      <Checkbox
        class="mb-4"
        label={t("imports.onlyFailed")}
        name="onlyFailed"
        checked={onlyFailed()}
        onChange={(event) => {
          setAfter(undefined);
          setWish(event.currentTarget.checked);
        }}
      />
      <DataTable
        caption={t("imports.linesTitle")}
        columns={columns()}
        rows={page()?.rows}
        by={({ line }) => String(line)}
        empty={<p class="text-muted">{t("imports.noLines")}</p>}
      />
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={after() !== undefined}>
          <Button onClick={() => setAfter(undefined)}>{t("imports.firstLines")}</Button>
        </Show>
        <Show when={page()?.next}>
          {(next) => <Button onClick={() => setAfter(next())}>{t("imports.nextLines")}</Button>}
        </Show>
      </div>
    </Card>
  );
}
