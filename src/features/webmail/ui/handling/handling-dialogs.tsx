import { Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import type { Overview } from "../../schema";
import { BulkDialog } from "./bulk-dialog";
import { FolderNameDialog } from "./folder-name-dialog";
import { FolderPlaceDialog } from "./folder-place-dialog";
import type { Asked, Handling } from "./handling";
import { LabelDialog } from "./label-dialog";
import { LabelNameDialog } from "./label-name-dialog";
import { MoveDialog } from "./move-dialog";
import { RemoveFolderDialog } from "./remove-folder-dialog";
import { RemoveLabelDialog } from "./remove-label-dialog";
import "./handling-dialogs.css";

type Props = { view: Overview; handling: Handling };

/** What was asked for and needs an answer first. */
export default function HandlingDialogs(props: Props) {
  const asked = <K extends Asked["ask"]>(ask: K) => {
    const now = props.handling.asked();
    return now?.ask === ask ? (now as Extract<Asked, { ask: K }>) : undefined;
  };
  const close = () => props.handling.close();
  return (
    <Switch>
      <Match when={asked("move")}>{(about) => <MoveDialog {...props} about={about()} onClose={close} />}</Match>
      <Match when={asked("label")}>{(about) => <LabelDialog {...props} about={about()} onClose={close} />}</Match>
      <Match when={asked("destroy")}>
        {(about) => (
          <ConfirmDialog
            open
            tone="danger"
            title={t("arranging.destroyTitle", { count: about().targets.threadIds.length })}
            confirmLabel={t("handling.destroy")}
            onClose={close}
            onConfirm={() => (close(), props.handling.destroy(about().targets))}
          >
            {t("arranging.destroyText")}
          </ConfirmDialog>
        )}
      </Match>
      <Match when={asked("bulk")} keyed>
        {(about) => <BulkDialog view={props.view} act={about.act} scope={about.scope} onClose={close} />}
      </Match>
      <Match when={asked("folderName")} keyed>
        {(about) => <FolderNameDialog {...about} onClose={close} />}
      </Match>
      <Match when={asked("folderPlace")} keyed>
        {(about) => <FolderPlaceDialog folder={about.folder} mailboxes={props.view.mailboxes} onClose={close} />}
      </Match>
      <Match when={asked("removeFolder")} keyed>
        {(about) => <RemoveFolderDialog folder={about.folder} view={props.view} onClose={close} />}
      </Match>
      <Match when={asked("labelName")} keyed>
        {(about) => <LabelNameDialog label={about.label} onClose={close} />}
      </Match>
      <Match when={asked("removeLabel")} keyed>
        {(about) => <RemoveLabelDialog label={about.label} onClose={close} />}
      </Match>
    </Switch>
  );
}
