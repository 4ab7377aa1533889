import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { Group } from "../../schema/groups";
import { GroupState } from "./group-state";

/** Groups with who may write to them and what waits. */
export function GroupTable(props: { groups: Group[] | undefined; caption: string }) {
  const columns = (): Column<Group>[] => [
    {
      id: "address",
      header: t("groups.columnAddress"),
      primary: true,
      cell: (group) => (
        <span class="grid min-w-0">
          <a href={`/admin/groups/${group.id}`} class="font-medium break-all">
            {group.address}
          </a>
          <span class="text-sm text-muted break-words">{group.name}</span>
        </span>
      ),
    },
    {
      id: "members",
      header: t("groups.columnMembers"),
      width: "9rem",
      cell: (group) => t("groups.memberCount", { count: group.members }),
    },
    {
      id: "rule",
      header: t("groups.columnRule"),
      width: "12rem",
      cell: (group) => (
        <span class="grid">
          {t(`groups.posting_${group.posting}`)}
          <Show when={group.isModerated}>
            <small class="text-xs text-muted">{t("groups.moderated")}</small>
          </Show>
        </span>
      ),
    },
    { id: "state", header: t("groups.columnState"), width: "15rem", cell: (group) => <GroupState group={group} /> },
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns()}
      rows={props.groups}
      by={({ id }) => id}
      empty={<p class="text-muted">{t("groups.nothingFound")}</p>}
    />
  );
}
