import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { MoreIcon } from "~/ui/icons";
import { Menu, type MenuItem, type MenuProps } from "~/ui/menu";
import type { MailUser } from "../schema";

export type Act =
  "setPassword" | "setQuota" | "editName" | "rename" | "suspend" | "resume" | "remove" | "undelete" | "purge";

/** What can be done with a mailbox user, as it is now. */
export function actsOf(user: MailUser, onAct: (act: Act) => void): MenuItem[] {
  const item = (act: Act, label: string) => ({ label, onSelect: () => onAct(act) });
  if (user.state === "deleted")
    return [
      item("undelete", t("people.undelete")),
      "separator",
      { ...item("purge", t("people.purge")), tone: "danger" },
    ];
  return [
    item("editName", t("people.editName")),
    item("rename", t("people.rename")),
    item("setPassword", t("users.setPassword")),
    item("setQuota", t("users.setQuota")),
    "separator",
    item("suspend", t("users.suspend")),
    ...(user.state === "suspended" ? [item("resume", t("users.resume"))] : []),
    "separator",
    { ...item("remove", t("users.remove")), tone: "danger" },
  ];
}

/** What can be done with one user, behind a button. */
export const UserMenu = (props: {
  user: MailUser;
  canEdit: boolean;
  onAct: (act: Act) => void;
  trigger?: MenuProps["trigger"];
}) => (
  <Show when={props.canEdit}>
    <Menu
      placement="bottom-end"
      items={actsOf(props.user, props.onAct)}
      trigger={(trigger) =>
        props.trigger?.(trigger) ?? (
          <IconButton label={t("users.actionsOf", { address: props.user.address })} {...trigger}>
            <MoreIcon />
          </IconButton>
        )
      }
    />
  </Show>
);
