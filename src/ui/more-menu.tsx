import { IconButton } from "./icon-button";
import { MoreIcon } from "./icons";
import { Menu, type MenuItem } from "./menu";

export type MoreMenuProps = { label: string; items: readonly MenuItem[]; size?: "sm" };

/** `<MoreMenu label={t("parts.menu")} items={[{ label: "Edit", onSelect: edit }]} />`: three dots, and what else can be done behind them. */
export const MoreMenu = (props: MoreMenuProps) => (
  <Menu
    placement="bottom-end"
    items={props.items}
    trigger={(trigger) => (
      <IconButton label={props.label} size={props.size ?? "md"} {...trigger}>
        <MoreIcon size={props.size ? 16 : 18} />
      </IconButton>
    )}
  />
);
