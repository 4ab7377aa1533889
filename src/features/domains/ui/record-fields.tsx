import { For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CopyButton } from "~/ui/copy-button";
import type { DomainRecord } from "../schema";
import { isDone, valueToPublish } from "./advice-text";

/** Name and value as a DNS provider's form asks for them, and what DNS shows now if that is something else. */
export function RecordFields(props: { record: DomainRecord }) {
  const value = () => valueToPublish(props.record);
  const mx = () => (props.record.type === "MX" ? /^(\d+) (.+)$/.exec(props.record.value) : null);
  return (
    <dl class="grid gap-3">
      <div class="grid grid-cols-[4rem_1fr] gap-3 max-sm:grid-cols-1">
        <Row label={t("domains.fieldType")}>
          {props.record.type}
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
      </div>
      <Row
        label={t("domains.fieldValue")}
        copy={<CopyButton text={mx()?.[2] ?? value()} label={t("domains.copyValue")} />}
      >
        <code class="break-all">{mx()?.[2] ?? value()}</code>
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
  <div class="min-w-0">
    <dt class="text-muted text-sm">{props.label}</dt>
    <dd class="flex items-start justify-between gap-2">
      <div class="min-w-0 flex-1">{props.children}</div>
      {props.copy}
    </dd>
  </div>
);
