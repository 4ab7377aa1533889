import { useAction } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { TeamMember } from "../../schema/team";
import { ActDialog } from "../act-dialog";
import type { MemberAct } from "./acts-on";
import { leaveTeam, removeMember, transferOwnership } from "./queries";
import { RoleDialog } from "./role-dialog";

type MemberDialogsProps = { member: TeamMember; act: MemberAct; canNameOwner: boolean; onClose: () => void };

/** The dialog that belongs to what was chosen in a member's menu. Fetched when the first one is. */
export default function MemberDialogs(props: MemberDialogsProps) {
  const [remove, transfer, leave] = [useAction(removeMember), useAction(transferOwnership), useAction(leaveTeam)];
  const email = () => ({ email: props.member.email });
  return (
    <Switch>
      <Match when={props.act === "changeRole"}>
        <RoleDialog member={props.member} canNameOwner={props.canNameOwner} onClose={props.onClose} />
      </Match>
      <Match when={props.act === "makeOwner"}>
        <ActDialog
          onClose={props.onClose}
          act={() => transfer(props.member.id)}
          done={t("team.madeOwner", email())}
          title={t("team.makeOwnerTitle", email())}
          confirmLabel={t("team.makeOwner")}
          tone="danger"
        >
          {t("team.makeOwnerText", email())}
        </ActDialog>
      </Match>
      <Match when={props.act === "remove"}>
        <ActDialog
          onClose={props.onClose}
          act={() => remove(props.member.id)}
          done={t("team.removed", email())}
          title={t("team.removeTitle", email())}
          confirmLabel={t("team.remove")}
          tone="danger"
        >
          {t("team.removeText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "leave"}>
        <ActDialog
          onClose={props.onClose}
          act={() => leave()}
          title={t("team.leaveTitle")}
          confirmLabel={t("team.leave")}
          tone="danger"
        >
          {t("team.leaveText")}
        </ActDialog>
      </Match>
    </Switch>
  );
}
