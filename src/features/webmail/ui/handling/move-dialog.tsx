import { Dynamic } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import type { Mailbox, Overview } from "../../schema";
import { failureText } from "../failure-text";
import { folderIcon } from "../folder-icons";
import { folderName, inOrder } from "../folders";
import { toast } from "~/ui/toast-store";
import { createFolder } from "./folder-changes";
import type { Asked, Handling } from "./handling";
import { type Choice, PickDialog } from "./pick-dialog";

/** Folders that mail can be moved to, as choices; drafts and what was sent are made by writing alone. */
export const folderChoices = (mailboxes: readonly Mailbox[], isWanted: (folder: Mailbox) => boolean): Choice[] =>
  inOrder(mailboxes)
    .filter(({ mailbox }) => isWanted(mailbox))
    .map(({ mailbox, depth }) => ({
      ...{ id: mailbox.id, text: folderName(mailbox), depth },
      icon: <Dynamic component={folderIcon(mailbox.role)} size={16} />,
    }));

type About = Extract<Asked, { ask: "move" }>;

/** Where to, by its name; one that is not there yet is made. */
export function MoveDialog(props: { view: Overview; handling: Handling; about: About; onClose: () => void }) {
  const count = () => (props.about.all ? props.view.page.total : props.about.targets.threadIds.length);
  const choices = () => {
    const { mailboxes, page } = props.view;
    return folderChoices(mailboxes, ({ id, role }) => id !== page.mailboxId && role !== "drafts" && role !== "sent");
  };
  const moveTo = (mailboxId: string) => {
    const { about } = props;
    props.onClose();
    props.handling.moveAsked(about, { mailboxId });
  };
  const create = async (name: string) => {
    try {
      moveTo(await createFolder({ name, parentId: null }));
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
  };
  return (
    <PickDialog
      title={t("arranging.moveTitle", { count: count() })}
      label={t("arranging.findFolder")}
      choices={choices()}
      onPick={({ id }) => moveTo(id)}
      onCreate={(name) => void create(name)}
      createText={(name) => t("arranging.createFolder", { name })}
      onClose={props.onClose}
    />
  );
}
