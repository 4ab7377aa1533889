import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { MoreIcon } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import type { MailUser } from "../schema";

export type Act = "setPassword" | "setQuota" | "suspend" | "resume" | "remove";

/** What can be done with one user. */
export const UserMenu = (props: { user: MailUser; canEdit: boolean; onAct: (act: Act) => void }) => {
  const item = (act: Act) => ({ label: t(`users.${act}`), onSelect: () => props.onAct(act) });
  return (
    <Show when={props.canEdit}>
      <Menu
        placement="bottom-end"
        items={[
          item("setPassword"),
          item("setQuota"),
          item(props.user.state === "active" ? "suspend" : "resume"),
          "separator",
          { ...item("remove"), tone: "danger" },
        ]}
        trigger={(trigger) => (
          <IconButton label={t("users.actionsOf", { address: props.user.address })} {...trigger}>
            <MoreIcon />
          </IconButton>
        )}
      />
    </Show>
  );
};
