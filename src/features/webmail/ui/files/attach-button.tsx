import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { PaperclipIcon } from "~/ui/icons";

/** Opens the picker of files. */
export function AttachButton(props: { onFiles: (files: File[]) => void }) {
  let input!: HTMLInputElement;
  return (
    <>
      <IconButton label={t("drafts.attach")} onClick={() => input.click()}>
        <PaperclipIcon size={16} />
      </IconButton>
      <input
        ref={input}
        type="file"
        name="files"
        multiple
        hidden
        onChange={() => {
          props.onFiles([...(input.files ?? [])]);
          input.value = "";
        }}
      />
    </>
  );
}
