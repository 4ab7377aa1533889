import { t } from "~/lib/i18n/t";
import { MoreMenu } from "~/ui/more-menu";
import type { Mailbox } from "../../schema";
import { folderName } from "../folders";
import { folderActs } from "./folder-acts";
import type { Handling } from "./handling";

/** What can be done with a folder. */
export default function FolderMenu(props: { folder: Mailbox; handling: Handling }) {
  return (
    <MoreMenu
      label={t("handling.folderActs", { name: folderName(props.folder) })}
      size="sm"
      items={folderActs(props.folder, props.handling)}
    />
  );
}
