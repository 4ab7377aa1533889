import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import type { Mailbox } from "../../schema";
import { folderName } from "../folders";
import { createFolder, updateFolder } from "./folder-changes";
import { NameDialog } from "./name-dialog";

export type FolderNameDialogProps = {
  /** The folder that gets another name; without one a new one is made, inside `parent` or at the top. */
  folder?: Mailbox | undefined;
  parent?: Mailbox | undefined;
  onClose: () => void;
};

/** Names a folder, a new one or one that is there. */
export function FolderNameDialog(props: FolderNameDialogProps) {
  const save = async (name: string) => {
    if (props.folder) await updateFolder({ mailboxId: props.folder.id, name });
    else await createFolder({ name, parentId: props.parent?.id ?? null });
    announce(t(props.folder ? "arranging.folderRenamed" : "arranging.folderMade", { name }));
  };
  return (
    <NameDialog
      title={t(props.folder ? "arranging.renameFolder" : "handling.newFolder")}
      description={props.parent && t("arranging.insideFolder", { name: folderName(props.parent) })}
      label={t("arranging.folderName")}
      name={props.folder?.name}
      pattern="[^\/]*[^\/\s][^\/]*"
      onSave={save}
      onClose={props.onClose}
    />
  );
}
