import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { SightAnswer } from "../../schema/sight";
import { answerText } from "./sight-text";
import { spanText } from "./wait-text";

export const sourceName = ({ from, name }: SightAnswer): string => (from === "trial" ? t("sight.trialServer") : name);

const columns = (): Column<SightAnswer>[] => [
  {
    ...{ id: "server", header: t("sight.server"), primary: true, width: "14rem" },
    cell: (answer) => (
      <div class="min-w-0">
        <span class="break-all">{sourceName(answer)}</span>
        <Show when={answer.name !== answer.address}>
          <span class="block text-muted text-sm break-all">{answer.address}</span>
        </Show>
      </div>
    ),
  },
  {
    ...{ id: "answer", header: t("sight.answer") },
    cell: (answer) => (
      <div class="min-w-0">
        {answerText(answer)}
        <For each={answer.records}>{(record) => <code class="block break-all text-sm">{record}</code>}</For>
      </div>
    ),
  },
  {
    ...{ id: "kept", header: t("sight.kept"), width: "8rem" },
    cell: (answer) => <>{answer.ttlSeconds === null ? "–" : spanText(answer.ttlSeconds)}</>,
  },
  {
    id: "ms",
    header: t("sight.took"),
    align: "end",
    width: "6rem",
    cell: (answer) => <>{t("sight.ms", { ms: answer.ms })}</>,
  },
];

/** Every server's own answer about one record. */
export const SightAnswers = (props: { caption: string; answers: SightAnswer[] }) => (
  <DataTable
    caption={props.caption}
    columns={columns()}
    rows={props.answers}
    by={({ name, address }) => `${name} ${address}`}
  />
);
