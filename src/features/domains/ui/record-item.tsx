import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { DomainRecord } from "../schema";
import { adviceText, isDone } from "./advice-text";
import { FoundWanted } from "./found-wanted";
import { RecordFields } from "./record-fields";
import { RecordStateChip } from "./record-state-chip";
import { useRecords } from "./records-context";
import { RemoveList } from "./remove-list";

/** Without them nobody proves anything and no mail is signed. */
const canIgnore = ({ level, purpose }: DomainRecord) => level !== "required" || purpose === "dmarc";

/** One point of the to-do list. What is in place folds itself up; what is not shows what to do. */
export function RecordItem(props: { record: DomainRecord }) {
  const { ignore } = useRecords();
  const isIgnored = () => props.record.state === "ignored";
  const isOpen = () => !isDone(props.record.state) && props.record.state !== "unknown";
  return (
    <li class="grid gap-3 px-[1.25rem] py-4 border-t border-border first:border-t-0" data-record={props.record.id}>
      <div class="flex flex-wrap items-center justify-between gap-2">
        <h3>{t(`domains.purpose_${props.record.purpose}`)}</h3>
        <RecordStateChip state={props.record.state} type={props.record.type} hasAdvice={props.record.advice !== null} />
      </div>
      <p>{isIgnored() ? t("guide.ignoredText") : adviceText(props.record.advice, props.record.state)}</p>
      <Show when={isOpen()} fallback={<FoldedFields record={props.record} />}>
        <Show when={props.record.found.length > 0}>
          <FoundWanted record={props.record} />
        </Show>
        <RemoveList records={props.record.fix?.remove ?? []} />
        <RecordFields record={props.record} />
      </Show>
      <Show when={ignore && canIgnore(props.record) && (isOpen() || isIgnored())}>
        <Button
          size="sm"
          variant="ghost"
          class="justify-self-start"
          onClick={() => ignore?.(props.record, !isIgnored())}
        >
          {isIgnored() ? t("guide.watchAgain") : t("guide.ignore")}
        </Button>
      </Show>
    </li>
  );
}

const FoldedFields = (props: { record: DomainRecord }) => (
  <details>
    <summary class="cursor-pointer text-muted text-sm">
      {t("domains.showRecord")} <code class="break-all">{`${props.record.shortName} ${props.record.type}`}</code>
    </summary>
    <div class="grid gap-3 mt-3">
      <Show when={props.record.advice && props.record.fix}>
        <FoundWanted record={props.record} />
        <RemoveList records={props.record.fix?.remove ?? []} />
      </Show>
      <RecordFields record={props.record} />
    </div>
  </details>
);
