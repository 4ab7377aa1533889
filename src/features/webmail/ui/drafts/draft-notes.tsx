import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import type { Writing } from "../composing/writing";
import type { Attaching } from "../files/attaching";
import { FileChips } from "../files/file-chips";
import { UnfinishedFiles } from "../files/unfinished-files";
import type { Autosave } from "./autosave";
import { DraftConflict } from "./draft-conflict";

export type DraftNotesProps = {
  writing: Writing;
  autosave: Autosave;
  attaching: Attaching;
  /** True once somebody tried to send without waiting for the files. */
  isBlocked: boolean;
  onTakeOther: () => void;
};

/** What hangs on a draft, and what stands in its way. */
export function DraftNotes(props: DraftNotesProps) {
  const draft = () => props.writing.draft();
  const unfinished = () => props.attaching.unfinished();
  return (
    <>
      <FileChips
        files={draft().files}
        html={draft().format === "rich" ? draft().html : ""}
        attaching={props.attaching}
      />
      <Show when={props.attaching.isTooMuch()}>
        <Notice tone="danger">{t("drafts.failure_messageTooLarge")}</Notice>
      </Show>
      <Show when={props.isBlocked && unfinished().length > 0}>
        <UnfinishedFiles files={unfinished()} />
      </Show>
      <Show when={props.autosave.conflict()}>
        {(conflict) => (
          <DraftConflict
            conflict={conflict()}
            onKeep={() => void props.autosave.keepThis()}
            onTake={() => props.onTakeOther()}
          />
        )}
      </Show>
    </>
  );
}
