import { type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CopyButton } from "~/ui/copy-button";
import type { DomainRecord } from "../schema";
import { typedInto } from "./provider/provider-form";
import { useRecords } from "./records-context";

/** A record in the words and the order of the provider's form, each cell to be copied. */
export function RecordFields(props: { record: DomainRecord }) {
  const { form, isFullName, zone } = useRecords();
  const typed = () => typedInto(form(), props.record, zone());
  const name = () => (isFullName() ? props.record.name : typed().name);
  return (
    <dl class="grid gap-3">
      <Row label={t("domains.fieldType")}>
        <code>{props.record.type}</code>
      </Row>
      <Row label={form().nameField} copy={name() && <CopyButton text={name()} label={t("domains.copyName")} />}>
        <Show when={name()} fallback={<span class="text-muted">{t("guide.leaveEmpty")}</span>}>
          <code class="break-all">{name()}</code>
        </Show>
        <Show when={!isFullName()}>
          <span class="block text-muted text-sm break-all">
            {t("domains.fieldNameFull", { name: props.record.name })}
          </span>
        </Show>
      </Row>
      <Row label={form().valueField} copy={<CopyButton text={typed().value} label={t("domains.copyValue")} />}>
        <code class="break-all">{typed().value}</code>
      </Row>
      <Show when={typed().priority}>
        {(priority) => (
          <Row label={form().priorityField} copy={<CopyButton text={priority()} label={t("guide.copyPriority")} />}>
            <code>{priority()}</code>
          </Row>
        )}
      </Show>
      <Row label="TTL" copy={<CopyButton text={String(props.record.ttlSeconds)} label={t("guide.copyTtl")} />}>
        <code>{props.record.ttlSeconds}</code> <span class="text-muted text-sm">{t("guide.ttlHelp")}</span>
      </Row>
    </dl>
  );
}

const Row = (props: { label: string; copy?: JSX.Element; children: JSX.Element }) => (
  <div class="grid grid-cols-[8rem_1fr] gap-x-3 max-sm:grid-cols-1">
    <dt class="text-muted">{props.label}</dt>
    <dd class="flex items-start justify-between gap-2 min-w-0">
      <div class="min-w-0 flex-1">{props.children}</div>
      {props.copy}
    </dd>
  </div>
);
