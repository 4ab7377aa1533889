import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { DomainState } from "../schema";

const tones = {
  pending_proof: "neutral",
  proven: "accent",
  setting_up: "accent",
  active: "success",
  attention: "warning",
  broken: "danger",
  proof_lost: "danger",
  suspended: "danger",
  releasing: "neutral",
} satisfies Record<DomainState, Tone>;

/** All of them; the schema itself stays out of the browser. */
export const DomainStates = Object.keys(tones) as DomainState[];

export const DomainStateChip = (props: { state: DomainState }) => (
  <StatusChip tone={tones[props.state]}>{t(`domains.state_${props.state}`)}</StatusChip>
);
