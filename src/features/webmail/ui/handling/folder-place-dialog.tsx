import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { toast } from "~/ui/toast-store";
import type { Mailbox } from "../../schema";
import { folderName } from "../folders";
import { updateFolder } from "./folder-changes";
import { foldersInside } from "./folders-inside";
import { handlingFailure } from "./handling-failure";
import { folderChoices } from "./move-dialog";
import { PickDialog } from "./pick-dialog";

const top = "top";

/** Into which folder a folder is put. */
export function FolderPlaceDialog(props: { folder: Mailbox; mailboxes: readonly Mailbox[]; onClose: () => void }) {
  const choices = () => {
    const inside = new Set(foldersInside(props.mailboxes, props.folder.id).map(({ id }) => id));
    const fits = ({ id, role }: Mailbox) => !inside.has(id) && id !== props.folder.parentId && role === null;
    const inner = folderChoices(props.mailboxes, fits);
    return props.folder.parentId === null ? inner : [{ id: top, text: t("arranging.topLevel") }, ...inner];
  };
  const put = async (id: string) => {
    const name = folderName(props.folder);
    props.onClose();
    try {
      await updateFolder({ mailboxId: props.folder.id, parentId: id === top ? null : id });
      announce(t("arranging.folderMoved", { name }));
    } catch (error) {
      toast(handlingFailure(error), { tone: "danger" });
    }
  };
  return (
    <PickDialog
      title={t("arranging.placeTitle", { name: folderName(props.folder) })}
      label={t("arranging.findFolder")}
      choices={choices()}
      onPick={({ id }) => void put(id)}
      onClose={props.onClose}
    />
  );
}
