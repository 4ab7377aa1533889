import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { MenuItem } from "~/ui/menu";
import { MoreMenu } from "~/ui/more-menu";
import type { Role } from "../../schema";
import type { TeamMember } from "../../schema/team";
import { actsOn, type MemberAct } from "./acts-on";

/** What can be done with one member. */
export function MemberMenu(props: { member: TeamMember; own: Role; onAct: (act: MemberAct) => void }) {
  const item = (act: MemberAct): MenuItem => ({
    ...{ label: t(`team.${act}`), onSelect: () => props.onAct(act) },
    ...(act === "remove" || act === "leave" ? { tone: "danger" as const } : {}),
  });
  return (
    <Show when={actsOn(props.member, props.own).length > 0}>
      <MoreMenu
        label={t("team.actionsOf", { email: props.member.email })}
        items={actsOn(props.member, props.own).map(item)}
      />
    </Show>
  );
}
