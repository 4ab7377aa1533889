import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { fullTime } from "../mail-time";
import type { Conflict } from "./autosave";

/** The same draft was changed elsewhere: both are kept until somebody decides. */
export function DraftConflict(props: { conflict: Conflict; onKeep: () => void; onTake: () => void }) {
  return (
    <Notice
      tone="danger"
      title={t("drafts.conflictTitle")}
      action={
        <div data-slot="notice-actions">
          <Button size="sm" onClick={() => props.onKeep()}>
            {t("drafts.keepThis")}
          </Button>
          <Button size="sm" onClick={() => props.onTake()}>
            {t("drafts.takeOther")}
          </Button>
        </div>
      }
    >
      {t("drafts.conflictText", { time: fullTime(props.conflict.savedAt) })}
    </Notice>
  );
}
