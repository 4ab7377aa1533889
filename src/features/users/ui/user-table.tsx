import { Show } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { Checkbox } from "~/ui/checkbox";
import { type Column, DataTable } from "~/ui/data-table";
import { Progress } from "~/ui/progress";
import type { MailUser } from "../schema";
import { isBin, type ListAddress } from "./list/list-address";
import { daysLeft } from "./list/days-left";
import type { Selection } from "./list/selection";
import { SortHead, sortedBy } from "./list/sort-head";
import { type Act, UserMenu } from "./user-menu";
import { UserState } from "./user-state";

const size = (bytes: number) => formatBytes(bytes, locale());

export type UserTableProps = {
  users: MailUser[] | undefined;
  at: ListAddress;
  canEdit: boolean;
  selection: Selection;
  onAct: (act: Act, user: MailUser) => void;
};

/** Mailbox users with state and storage at a glance; `onAct` is asked for what was chosen in a row's menu. */
export function UserTable(props: UserTableProps) {
  const time = localTime();
  const day = (at: string | null) => (at ? time.dateOf(at) : t("people.never"));
  const pickAll = () => (
    <Checkbox
      label={t("people.selectPage")}
      hideLabel
      checked={props.selection.isAll()}
      indeterminate={props.selection.isSome()}
      onChange={(event) => props.selection.toggleAll(event.currentTarget.checked)}
    />
  );
  const columns = (): Column<MailUser>[] => [
    {
      id: "address",
      header: t("users.columnAddress"),
      primary: true,
      sorted: sortedBy(props.at, "address"),
      head: () => (
        <span class="flex items-center gap-3">
          <Show when={props.canEdit}>{pickAll()}</Show>
          <SortHead at={props.at} by="address" label={t("users.columnAddress")} />
        </span>
      ),
      cell: (user) => (
        <span class="flex items-center gap-3 min-w-0">
          <Show when={props.canEdit}>
            <Checkbox
              label={t("people.select", { address: user.address })}
              hideLabel
              checked={props.selection.has(user.id)}
              onClick={(event) => props.selection.toggle(user.id, event.currentTarget.checked, event.shiftKey)}
            />
          </Show>
          <Avatar name={user.displayName || user.address} />
          <span class="grid min-w-0 sm:min-w-40">
            <Show
              when={user.state !== "deleted"}
              fallback={<strong class="font-medium break-all">{user.address}</strong>}
            >
              <a href={`/admin/users/${user.id}`} class="font-medium break-all">
                {user.address}
              </a>
            </Show>
            <span class="text-sm text-muted [overflow-wrap:anywhere]">{user.displayName}</span>
          </span>
        </span>
      ),
    },
    {
      id: "state",
      header: t("users.columnState"),
      cell: (user) => <UserState user={user} canEdit={props.canEdit} />,
    },
    {
      id: "storage",
      header: t("users.columnStorage"),
      width: "11rem",
      sorted: sortedBy(props.at, "usage"),
      head: () => <SortHead at={props.at} by="usage" label={t("users.columnStorage")} />,
      cell: (user) => (
        <Progress
          class="min-w-24"
          label={t("users.columnStorage")}
          value={user.usedBytes}
          max={user.quotaBytes}
          text={t("users.usage", { used: size(user.usedBytes), quota: size(user.quotaBytes) })}
          variant="meter"
        />
      ),
    },
    isBin(props.at)
      ? {
          id: "deleted",
          header: t("people.columnDeleted"),
          width: "9rem",
          cell: (user) => t("people.daysLeft", { count: daysLeft(user.deletedAt) }),
        }
      : {
          id: "signIn",
          header: t("people.columnLastSignIn"),
          width: "9rem",
          sorted: sortedBy(props.at, "sign_in"),
          head: () => <SortHead at={props.at} by="sign_in" label={t("people.columnLastSignIn")} />,
          cell: (user) => day(user.lastSignInAt),
        },
    {
      id: "created",
      header: t("people.columnCreated"),
      width: "8rem",
      wide: true,
      sorted: sortedBy(props.at, "created"),
      head: () => <SortHead at={props.at} by="created" label={t("people.columnCreated")} />,
      cell: (user) => day(user.createdAt),
    },
    {
      id: "actions",
      header: "",
      align: "end",
      width: "4rem",
      cell: (user) => <UserMenu user={user} canEdit={props.canEdit} onAct={(act) => props.onAct(act, user)} />,
    },
  ];
  return <DataTable caption={t("users.title")} columns={columns()} rows={props.users} by={({ id }) => id} />;
}
