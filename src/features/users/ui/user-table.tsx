import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { type Column, DataTable } from "~/ui/data-table";
import { Progress } from "~/ui/progress";
import type { MailUser } from "../schema";
import { type Act, UserMenu } from "./user-menu";
import { UserState } from "./user-state";

const size = (bytes: number) => formatBytes(bytes, locale());

/** Mailbox users with state and storage at a glance; `onAct` is asked for what was chosen in a row's menu. */
export function UserTable(props: {
  users: MailUser[] | undefined;
  canEdit: boolean;
  onAct: (act: Act, user: MailUser) => void;
}) {
  const columns = (): Column<MailUser>[] => [
    {
      id: "address",
      header: t("users.columnAddress"),
      primary: true,
      cell: (user) => (
        <span class="flex items-center gap-3 min-w-0">
          <Avatar name={user.displayName || user.address} />
          <span class="grid min-w-0">
            <strong class="font-medium break-all">{user.address}</strong>
            <span class="text-sm text-muted [overflow-wrap:anywhere]">{user.displayName}</span>
          </span>
        </span>
      ),
    },
    { id: "state", header: t("users.columnState"), cell: (user) => <UserState user={user} /> },
    {
      id: "storage",
      header: t("users.columnStorage"),
      width: "12rem",
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
    {
      id: "actions",
      header: "",
      align: "end",
      width: "4rem",
      cell: (user) => <UserMenu user={user} canEdit={props.canEdit} onAct={(act) => props.onAct(act, user)} />,
    },
  ];
  return <DataTable caption={t("users.title")} columns={columns()} rows={props.users} />;
}
