import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import type { DomainRecord } from "../schema";
import { RecordItem } from "./record-item";

/** The to-do list: what is needed, then the switch of the mail flow, then what makes life easier. */
export function RecordSections(props: { records: DomainRecord[] }) {
  const of = (level: DomainRecord["level"]) => props.records.filter((record) => record.level === level);
  const recommended = () => of("recommended");
  return (
    <>
      <Card variant="flush" title={t("domains.requiredTitle")} description={t("domains.requiredText")}>
        <Items records={of("required")} />
      </Card>
      <Card variant="flush" title={t("domains.switchTitle")} description={t("domains.switchText")}>
        <Items records={of("switch")} />
      </Card>
      <Card variant="flush">
        <details>
          <summary class="px-[1.25rem] py-4 cursor-pointer">
            <h2 class="inline text-base">{t("domains.recommendedTitle")}</h2>
            <span class="block text-muted">{t("domains.recommendedText", { count: recommended().length })}</span>
          </summary>
          <Items records={recommended()} />
        </details>
      </Card>
    </>
  );
}

const Items = (props: { records: DomainRecord[] }) => (
  <ol>
    <For each={props.records.map(({ id }) => id)}>
      {(id) => {
        const record = () => props.records.find((one) => one.id === id);
        return <>{record() && <RecordItem record={record()!} />}</>;
      }}
    </For>
  </ol>
);
