import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { DomainRecord, RecordState } from "../schema";

const tones = {
  match: "success",
  match_inherited: "success",
  missing: "neutral",
  conflict: "danger",
  stale: "warning",
  unknown: "neutral",
  not_checked: "neutral",
  ignored: "neutral",
} satisfies Record<RecordState, Tone>;

/** Where the record stands; `hasAdvice` marks one that works but deserves a look. A TXT record says something, all others point somewhere. */
export const RecordStateChip = (props: { state: RecordState; type: DomainRecord["type"]; hasAdvice?: boolean }) => (
  <StatusChip tone={props.state === "match" && props.hasAdvice ? "warning" : tones[props.state]}>
    {props.state === "stale" && props.type === "TXT"
      ? t("domains.record_stale_text")
      : t(`domains.record_${props.state}`)}
  </StatusChip>
);

/** The same for the records that bring mail here, in words about mail. */
export const MailFlowChip = (props: { state: RecordState }) => (
  <StatusChip tone={props.state === "stale" ? "neutral" : tones[props.state]}>
    {t(`domains.mail_${props.state}`)}
  </StatusChip>
);
