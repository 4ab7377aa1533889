import { useAction } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { toast } from "~/ui/toast-store";
import type { TeamMember } from "../../schema/team";
import { failureText } from "../failure-text";
import type { MemberAct } from "./acts-on";
import { leaveTeam, removeMember, transferOwnership } from "./queries";
import { RoleDialog } from "./role-dialog";

type MemberDialogsProps = { member: TeamMember; act: MemberAct; canNameOwner: boolean; onClose: () => void };

/** The dialog that belongs to what was chosen in a member's menu. Fetched when the first one is. */
export default function MemberDialogs(props: MemberDialogsProps) {
  const [remove, transfer, leave] = [useAction(removeMember), useAction(transferOwnership), useAction(leaveTeam)];
  const [isBusy, setBusy] = createSignal(false);
  const email = () => ({ email: props.member.email });
  const confirm = async (run: (memberId: string) => Promise<unknown>, text?: string) => {
    setBusy(true);
    try {
      await run(props.member.id);
      props.onClose();
      if (text) toast(text, { tone: "success" });
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return (
    <Switch>
      <Match when={props.act === "changeRole"}>
        <RoleDialog member={props.member} canNameOwner={props.canNameOwner} onClose={props.onClose} />
      </Match>
      <Match when={props.act === "makeOwner"}>
        <ConfirmDialog
          open
          onClose={props.onClose}
          busy={isBusy()}
          onConfirm={() => void confirm(transfer, t("team.madeOwner", email()))}
          title={t("team.makeOwnerTitle", email())}
          confirmLabel={t("team.makeOwner")}
          tone="danger"
        >
          {t("team.makeOwnerText", email())}
        </ConfirmDialog>
      </Match>
      <Match when={props.act === "remove"}>
        <ConfirmDialog
          open
          onClose={props.onClose}
          busy={isBusy()}
          onConfirm={() => void confirm(remove, t("team.removed", email()))}
          title={t("team.removeTitle", email())}
          confirmLabel={t("team.remove")}
          tone="danger"
        >
          {t("team.removeText")}
        </ConfirmDialog>
      </Match>
      <Match when={props.act === "leave"}>
        <ConfirmDialog
          open
          onClose={props.onClose}
          busy={isBusy()}
          onConfirm={() => void confirm(leave)}
          title={t("team.leaveTitle")}
          confirmLabel={t("team.leave")}
          tone="danger"
        >
          {t("team.leaveText")}
        </ConfirmDialog>
      </Match>
    </Switch>
  );
}
