import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusChip } from "~/ui/status-chip";
import type { Role } from "../../schema";
import type { TeamMember } from "../../schema/team";
import { DayOf } from "../security/day-of";
import type { MemberAct } from "./acts-on";
import { MemberMenu } from "./member-menu";
import { RoleCell } from "./role-cell";

type MemberTableProps = {
  members: TeamMember[] | undefined;
  own: Role;
  onAct: (act: MemberAct, member: TeamMember) => void;
};

/** The members with role at a glance; `onAct` is asked for what was chosen in a row's menu. */
export function MemberTable(props: MemberTableProps) {
  const columns = (): Column<TeamMember>[] => [
    {
      id: "person",
      header: t("team.columnPerson"),
      primary: true,
      cell: (member) => (
        <span class="flex items-center gap-3">
          <Avatar name={member.name || member.email} />
          <span class="grid min-w-0">
            <span class="flex flex-wrap items-center gap-2">
              <strong class="font-medium break-all">{member.name || member.email}</strong>
              <Show when={member.isYou}>
                <StatusChip tone="accent">{t("team.you")}</StatusChip>
              </Show>
              <Show when={!member.isConfirmed}>
                <StatusChip tone="warning">{t("team.unconfirmed")}</StatusChip>
              </Show>
            </span>
            <Show when={member.name}>
              <span class="text-sm text-muted break-all">{member.email}</span>
            </Show>
          </span>
        </span>
      ),
    },
    { id: "role", header: t("team.columnRole"), cell: (member) => <RoleCell {...member} /> },
    {
      id: "since",
      header: t("team.columnSince"),
      width: "9rem",
      wide: true,
      cell: (member) => <DayOf at={member.createdAt} />,
    },
    {
      id: "actions",
      header: "",
      align: "end",
      width: "4rem",
      cell: (member) => <MemberMenu member={member} own={props.own} onAct={(act) => props.onAct(act, member)} />,
    },
  ];
  return <DataTable caption={t("team.members")} columns={columns()} rows={props.members} by={({ id }) => id} />;
}
