import type { Component } from "solid-js";
import type { IconProps } from "~/ui/icon";
import { ArchiveIcon, DraftIcon, FolderIcon, InboxIcon, SendIcon, SpamIcon, TrashIcon } from "~/ui/icons";
import type { Role } from "./folders";

const icons = {
  inbox: InboxIcon,
  drafts: DraftIcon,
  sent: SendIcon,
  archive: ArchiveIcon,
  junk: SpamIcon,
  trash: TrashIcon,
} satisfies Record<Role, Component<IconProps>>;

export const folderIcon = (role: Role | null): Component<IconProps> => (role ? icons[role] : FolderIcon);
