import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { MailIcon } from "~/ui/icons";
import { Keyed } from "~/ui/keyed";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { Role } from "../../schema";
import type { Invitation } from "../../schema/team";
import { failureText } from "../failure-text";
import { DayOf } from "../security/day-of";
import { resendInvitation, withdrawInvitation } from "./queries";

/** Invitations that wait for an answer, to be sent anew or taken back. */
export const InvitationsCard = (props: { invitations: Invitation[]; own: Role }) => (
  <Card title={t("team.invitations")} description={t("team.invitationsText")}>
    <ul class="m-0 grid list-none gap-4 p-0">
      <Keyed each={props.invitations} by={({ id }) => id}>
        {(invitation) => <Item invitation={invitation()} own={props.own} />}
      </Keyed>
    </ul>
  </Card>
);

function Item(props: { invitation: Invitation; own: Role }) {
  const [resend, withdraw] = [useAction(resendInvitation), useAction(withdrawInvitation)];
  const [busy, setBusy] = createSignal<"resend" | "withdraw">();
  const email = () => ({ email: props.invitation.email });
  const canChange = () => props.own === "owner" || (props.own === "admin" && props.invitation.role !== "owner");
  const run = async (what: "resend" | "withdraw") => {
    const text = what === "resend" ? t("team.resent", email()) : t("team.withdrawn", email());
    setBusy(what);
    await (what === "resend" ? resend : withdraw)(props.invitation.id).then(
      () => toast(text, { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
    setBusy(undefined);
  };
  return (
    <li class="flex flex-wrap items-center gap-3">
      <span class="text-muted">
        <MailIcon />
      </span>
      <div class="grid min-w-0 grow basis-48">
        <span class="flex flex-wrap items-center gap-2 font-medium">
          <span class="break-all">{props.invitation.email}</span>
          <Show when={props.invitation.isExpired}>
            <StatusChip tone="warning">{t("team.expired")}</StatusChip>
          </Show>
        </span>
        <span class="text-sm text-muted">
          {t(`auth.role_${props.invitation.role}`)} · {t("team.columnExpires")}{" "}
          <DayOf at={props.invitation.expiresAt} />
        </span>
      </div>
      <Show when={canChange()}>
        <div class="flex flex-wrap gap-2">
          <Button size="sm" busy={busy() === "resend"} onClick={() => void run("resend")}>
            {t("team.resend")}
          </Button>
          <Button size="sm" variant="ghost" busy={busy() === "withdraw"} onClick={() => void run("withdraw")}>
            {t("team.withdraw")}
          </Button>
        </div>
      </Show>
    </li>
  );
}
