import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { StatusChip } from "~/ui/status-chip";
import type { Group } from "../../schema/groups";

const reasons = { unavailable: "groups.apply_unavailable", conflict: "groups.apply_conflict" } as const;

/** Why the mail server does not agree, in plain words. */
export const applyReason = ({ applyError }: Group): string =>
  t(reasons[applyError as keyof typeof reasons] ?? "groups.apply_other");

/** Whether the mail server has the group as it is here, and how many posts wait. */
export const GroupState = (props: { group: Group }) => (
  <span class="flex flex-wrap gap-2">
    <Show when={props.group.application === "applied"}>
      <StatusChip tone="success">{t("groups.applied")}</StatusChip>
    </Show>
    <Show when={props.group.application === "pending"}>
      <StatusChip tone="accent">{t("groups.applying")}</StatusChip>
    </Show>
    <Show when={props.group.application === "failed"}>
      <StatusChip tone="danger" title={applyReason(props.group)}>
        {t("groups.applyFailed")}
      </StatusChip>
    </Show>
    <Show when={props.group.heldPosts > 0}>
      <StatusChip tone="warning">{t("groups.heldCount", { count: props.group.heldPosts })}</StatusChip>
    </Show>
  </span>
);
