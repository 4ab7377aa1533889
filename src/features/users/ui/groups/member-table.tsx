import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Checkbox } from "~/ui/checkbox";
import { type Column, DataTable } from "~/ui/data-table";
import { IconButton } from "~/ui/icon-button";
import { TrashIcon } from "~/ui/icons";
import { toast } from "~/ui/toast-store";
import type { GroupMember } from "../../schema/groups";
import { groupFailure } from "./group-failure";
import { type MemberChange, removeMember, updateMember } from "./queries";

type MemberTableProps = {
  groupId: string;
  members: GroupMember[] | undefined;
  /** Posting is for those who are named. */
  isNamed: boolean;
  canEdit: boolean;
};

/** Members with what they get and may; ticks are saved at once. */
export function MemberTable(props: MemberTableProps) {
  const [update, remove] = [useAction(updateMember), useAction(removeMember)];
  const [leaving, setLeaving] = createSignal<GroupMember>();
  const change = (input: HTMLInputElement, set: Omit<MemberChange, "groupId">) =>
    void update({ groupId: props.groupId, ...set }).catch((error: unknown) => {
      input.checked = !input.checked;
      toast(groupFailure(error), { tone: "danger" });
    });
  const tick = (member: GroupMember, what: "receives" | "mayPost", label: string) => (
    <Checkbox
      hideLabel
      name={what}
      label={label}
      checked={member[what]}
      disabled={!props.canEdit}
      onChange={({ currentTarget }) =>
        change(currentTarget, { groupMemberId: member.id, [what]: currentTarget.checked })
      }
    />
  );
  const columns = (): Column<GroupMember>[] => [
    { id: "who", header: t("groups.members"), primary: true, cell: (member) => <Who member={member} /> },
    {
      id: "receives",
      header: t("groups.memberReceives"),
      width: "9rem",
      cell: (member) => tick(member, "receives", t("groups.memberReceivesOf", { email: member.email })),
    },
    ...(props.isNamed
      ? [
          {
            id: "mayPost",
            header: t("groups.memberMayPost"),
            width: "9rem",
            cell: (member: GroupMember) =>
              tick(member, "mayPost", t("groups.memberMayPostOf", { email: member.email })),
          },
        ]
      : []),
    ...(props.canEdit
      ? [
          {
            id: "act",
            header: "",
            width: "4rem",
            align: "end" as const,
            cell: (member: GroupMember) => (
              <IconButton
                size="sm"
                label={t("groups.memberRemoveOf", { email: member.email })}
                onClick={() => setLeaving(member)}
              >
                <TrashIcon />
              </IconButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t("groups.members")}
        columns={columns()}
        rows={props.members}
        by={({ id }) => id}
        empty={<p class="m-0 text-muted">{t("groups.membersEmpty")}</p>}
      />
      <Show when={leaving()}>
        {(member) => (
          <ActDialog
            onClose={() => setLeaving(undefined)}
            act={() => remove(props.groupId, member().id)}
            done={t("groups.memberRemoved")}
            wording={groupFailure}
            title={t("groups.memberRemoveTitle")}
            confirmLabel={t("groups.memberRemove")}
            tone="danger"
          >
            {t("groups.memberRemoveText", { email: member().email })}
          </ActDialog>
        )}
      </Show>
    </>
  );
}

const Who = (props: { member: GroupMember }) => (
  <span class="grid min-w-0 gap-1 justify-items-start">
    <Show when={props.member.userId} fallback={<span class="break-all">{props.member.email}</span>}>
      {(userId) => (
        <a href={`/admin/users/${userId()}`} class="break-all">
          {props.member.email}
        </a>
      )}
    </Show>
    <Show when={props.member.displayName}>
      <small class="text-sm text-muted break-words">{props.member.displayName}</small>
    </Show>
    <Show when={!props.member.userId}>
      <Badge>{t("groups.memberOutside")}</Badge>
    </Show>
    <Show when={!props.member.isReachable}>
      <Badge tone="warning">{t("groups.memberUnreachable")}</Badge>
    </Show>
  </span>
);
