import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CopyButton } from "~/ui/copy-button";
import type { SigningKey } from "../../schema/dkim";
import { RecordStateChip } from "../record-state-chip";

type KeyRecordProps = { record: NonNullable<SigningKey["record"]> };

/** The record to publish for a key, and whether DNS shows it. */
export const KeyRecord = (props: KeyRecordProps) => (
  <dl class="grid gap-3" data-slot="key-record">
    <div>
      <dt class="text-muted text-sm">{t("dkim.recordState")}</dt>
      <dd class="mt-1">
        <RecordStateChip state={props.record.state} type={props.record.type} hasAdvice={props.record.isOtherForm} />
      </dd>
    </div>
    <Cell label={t("dkim.recordName")} text={props.record.shortName} copy={t("dkim.copyName")}>
      <span class="block text-muted text-sm break-all">{props.record.name}</span>
    </Cell>
    <Cell label={t("dkim.recordType")} text={props.record.type} copy={t("dkim.copyType")} />
    <Cell label={t("dkim.recordValue")} text={props.record.value} copy={t("dkim.copyValue")} />
  </dl>
);

const Cell = (props: { label: string; text: string; copy: string; children?: JSX.Element }) => (
  <div>
    <dt class="text-muted text-sm">{props.label}</dt>
    <dd class="mt-1 flex items-start justify-between gap-2 min-w-0">
      <div class="min-w-0 flex-1">
        <code class="break-all">{props.text}</code>
        {props.children}
      </div>
      <CopyButton text={props.text} label={props.copy} />
    </dd>
  </div>
);
