import { For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import type { DomainRecord } from "../schema";
import { RecordItem } from "./record-item";

type RecordSectionsProps = {
  records: DomainRecord[];
  /** The switch is meant for later: folded until then. */
  isMailLater: boolean;
  /** Beside the title of the records to publish. */
  actions?: JSX.Element;
};

/** The to-do list: what is needed, then the switch of the mail flow, then what makes life easier. */
export function RecordSections(props: RecordSectionsProps) {
  const of = (level: DomainRecord["level"]) => props.records.filter((record) => record.level === level);
  const isFolded = () =>
    props.isMailLater && of("switch").every(({ state }) => state === "missing" || state === "stale");
  return (
    <>
      <Card
        variant="flush"
        title={t("domains.requiredTitle")}
        description={t("domains.requiredText")}
        actions={props.actions}
      >
        <Items records={of("required")} />
      </Card>
      <Show when={of("switch").length > 0}>
        <Show
          when={isFolded()}
          fallback={
            <Card variant="flush" title={t("domains.switchTitle")} description={t("domains.switchText")}>
              <Items records={of("switch")} />
            </Card>
          }
        >
          <Folded title={t("domains.switchTitle")} text={t("guide.switchLater")} records={of("switch")} />
        </Show>
      </Show>
      <Folded
        title={t("domains.recommendedTitle")}
        text={t("domains.recommendedText", { count: of("recommended").length })}
        records={of("recommended")}
      />
    </>
  );
}

const Folded = (props: { title: string; text: string; records: DomainRecord[] }) => (
  <Card variant="flush">
    <details>
      <summary class="px-[1.25rem] py-4 cursor-pointer">
        <h2 class="inline text-base">{props.title}</h2>
        <span class="block text-muted">{props.text}</span>
      </summary>
      <Items records={props.records} />
    </details>
  </Card>
);

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
