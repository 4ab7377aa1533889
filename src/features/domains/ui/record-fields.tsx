import { For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CopyButton } from "~/ui/copy-button";
import type { DomainRecord } from "../schema";
import { isDone, valueToPublish } from "./advice-text";

/** Name and value as a DNS provider's form asks for them, and what DNS shows now if that is something else. */
export function RecordFields(props: { record: DomainRecord }) {
  // Most forms ask for an MX record's priority in a field of its own.
  const mx = () => (props.record.type === "MX" ? /^(\d+) (.+)$/.exec(props.record.value) : null);
  const value = () => mx()?.[2] ?? valueToPublish(props.record);
  return (
    <dl class="grid gap-3">
      <Row label={t("domains.fieldType")}>
        <code>{props.record.type}</code>
        <Show when={mx()}>{(parts) => <>, {t("domains.fieldPriority", { priority: parts()[1] ?? "" })}</>}</Show>
      </Row>
      <Row
        label={t("domains.fieldName")}
        copy={<CopyButton text={props.record.shortName} label={t("domains.copyName")} />}
      >
        <code class="break-all">{props.record.shortName}</code>
        <span class="block text-muted text-sm break-all">
          {t("domains.fieldNameFull", { name: props.record.name })}
        </span>
      </Row>
      <Row label={t("domains.fieldValue")} copy={<CopyButton text={value()} label={t("domains.copyValue")} />}>
        <code class="break-all">{value()}</code>
      </Row>
      <Show when={!isDone(props.record.state) && props.record.found.length > 0}>
        <Row label={t("domains.found")}>
          <For each={props.record.found}>{(found) => <code class="block break-all">{found}</code>}</For>
        </Row>
      </Show>
    </dl>
  );
}

const Row = (props: { label: string; copy?: JSX.Element; children: JSX.Element }) => (
  <div class="grid grid-cols-[6rem_1fr] gap-x-3 max-sm:grid-cols-1">
    <dt class="text-muted">{props.label}</dt>
    <dd class="flex items-start justify-between gap-2 min-w-0">
      <div class="min-w-0 flex-1">{props.children}</div>
      {props.copy}
    </dd>
  </div>
);
