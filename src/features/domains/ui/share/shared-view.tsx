import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import type { SharedRecords } from "../../schema/share";
import { isDone } from "../advice-text";
import { FindingsCard } from "../findings-card";
import { LastChecked } from "../last-checked";
import { LocalDay } from "../local-day";
import { createProviderChoice } from "../provider/provider-choice";
import { ProviderBar } from "../provider/provider-bar";
import { RecordSections } from "../record-sections";
import { RecordsContext } from "../records-context";
import { TakeAlong } from "../take-along";

/** The records of a domain for whoever looks after its DNS. */
export function SharedView(props: { seen: SharedRecords }) {
  const choice = createProviderChoice(() => props.seen.provider);
  const required = () => props.seen.records.filter(({ level }) => level === "required");
  const done = () => required().filter(({ state }) => isDone(state)).length;
  const isComplete = () => done() === required().length;
  return (
    <RecordsContext.Provider value={{ form: choice.form, isFullName: choice.isFullName, zone: () => props.seen.zone }}>
      <div class="grid gap-5">
        <div>
          <h1 class="text-xl break-all">{t("guide.sharedTitle", { name: props.seen.displayName })}</h1>
          <p class="text-muted">
            {t("guide.sharedText")} {t("guide.shareUntil")} <LocalDay at={props.seen.expiresAt} />.
          </p>
        </div>
        <div aria-live="polite">
          <Notice tone={isComplete() ? "success" : "accent"}>
            {isComplete() ? t("guide.sharedDone") : t("guide.sharedOpen", { done: done(), total: required().length })}
          </Notice>
        </div>
        <LastChecked at={props.seen.checkedAt} />
        <FindingsCard findings={props.seen.findings} />
        <ProviderBar choice={choice} domain={props.seen.name} nameServers={[]} />
        <RecordSections
          records={props.seen.records}
          isMailLater={props.seen.isMailLater}
          actions={
            <TakeAlong name={props.seen.name} records={props.seen.records} isMailLater={props.seen.isMailLater} />
          }
        />
      </div>
    </RecordsContext.Provider>
  );
}
