import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { StatusChip } from "~/ui/status-chip";
import type { MailUser } from "../schema";

const reasons = {
  unavailable: "users.apply_unavailable",
  conflict: "users.apply_conflict",
  notFound: "users.apply_notFound",
} as const;

const reasonOf = (error: string | null) => t(reasons[error as keyof typeof reasons] ?? "users.apply_other");

/** What the panel wants of a user and, as long as the mail server does not agree, how far that is and why. */
export const UserState = (props: { user: MailUser }) => (
  <span class="flex flex-wrap gap-2">
    <StatusChip tone={props.user.state === "active" ? "success" : "warning"}>
      {t(`users.state_${props.user.state}`)}
    </StatusChip>
    <Show when={props.user.application === "pending"}>
      <StatusChip tone="accent">{t("users.applying")}</StatusChip>
    </Show>
    <Show when={props.user.application === "failed"}>
      <StatusChip tone="danger">{t("users.applyFailed")}</StatusChip>
      <small class="basis-full text-xs text-muted">{reasonOf(props.user.applyError)}</small>
    </Show>
  </span>
);
