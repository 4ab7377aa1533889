import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { MailUser } from "../schema";
import { retryUser } from "./queries";

const reasons = {
  unavailable: "users.apply_unavailable",
  conflict: "users.apply_conflict",
  notFound: "users.apply_notFound",
} as const;
const tones = { active: "success", suspended: "warning", deleted: "neutral" } as const;

const reasonOf = (error: string | null) => t(reasons[error as keyof typeof reasons] ?? "users.apply_other");

const restrictionsOf = ({ restrictions, state }: MailUser) =>
  state === "suspended"
    ? ([
        ...(restrictions.signIn ? [] : (["no_sign_in"] as const)),
        ...(restrictions.send ? [] : (["no_send"] as const)),
        ...(restrictions.receive ? [] : (["no_receive"] as const)),
      ] as const)
    : [];

/** What the panel wants of a user and, as long as the mail server does not agree, how far that is, why, and the way to try again. */
export function UserState(props: { user: MailUser; canEdit?: boolean }) {
  const retry = useAction(retryUser);
  const [isBusy, setBusy] = createSignal(false);
  const again = () => {
    setBusy(true);
    void retry(props.user.id)
      .then(
        () => toast(t("people.retried")),
        (error: unknown) => toast(failureText(error), { tone: "danger" }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <span class="flex flex-wrap gap-2">
      <StatusChip tone={tones[props.user.state]}>{t(`users.state_${props.user.state}`)}</StatusChip>
      <Show when={props.user.isSendingPaused}>
        <StatusChip tone="danger">{t("people.chip_paused")}</StatusChip>
      </Show>
      <Show when={props.user.isInvited && props.user.state !== "deleted"}>
        <StatusChip tone="accent">{t("people.chip_invited")}</StatusChip>
      </Show>
      <Show when={props.user.application === "pending"}>
        <StatusChip tone="accent">{t("users.applying")}</StatusChip>
      </Show>
      <Show when={props.user.application === "failed"}>
        <StatusChip tone="danger">{t("users.applyFailed")}</StatusChip>
        <small class="basis-full text-xs text-muted font-normal">{reasonOf(props.user.applyError)}</small>
        <Show when={props.canEdit}>
          <Button size="sm" busy={isBusy()} onClick={again}>
            {t("people.retry")}
          </Button>
        </Show>
      </Show>
      <Show when={restrictionsOf(props.user).length > 0}>
        <small class="basis-full text-xs text-muted font-normal">
          {restrictionsOf(props.user)
            .map((kind) => t(`people.chip_${kind}`))
            .join(" · ")}
        </small>
      </Show>
    </span>
  );
}
