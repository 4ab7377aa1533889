import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import type { DraftFile } from "../composing/draft";

/** Why a message does not leave yet: files that are not there. */
export function UnfinishedFiles(props: { files: readonly DraftFile[] }) {
  const failed = () => props.files.filter(({ state }) => state !== "uploading").length;
  return (
    <Notice tone="danger">
      {failed() > 0
        ? t("drafts.failedFiles", { count: failed() })
        : t("drafts.stillUploading", { count: props.files.length })}
    </Notice>
  );
}
