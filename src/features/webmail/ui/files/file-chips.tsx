import { For, Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { Button } from "~/ui/button";
import { PaperclipIcon } from "~/ui/icons";
import type { DraftFile } from "../composing/draft";
import type { Attaching } from "./attaching";
import "./files.css";

/** The files of a message that its text does not show, with how far each one is. */
export function FileChips(props: { files: readonly DraftFile[]; html: string; attaching: Attaching }) {
  const isShown = ({ cid, state }: DraftFile) =>
    state === "ready" && cid !== undefined && props.html.includes(`cid:${encodeURI(cid)}`);
  const keys = () => props.files.filter((file) => !isShown(file)).map(({ key }) => key);
  const fileOf = (key: string) => props.files.find((file) => file.key === key);
  return (
    <Show when={keys().length > 0}>
      <ul data-slot="draft-files" aria-label={t("webmail.attachments", { count: keys().length })}>
        <For each={keys()}>
          {(key) => <Show when={fileOf(key)}>{(file) => <FileChip file={file()} attaching={props.attaching} />}</Show>}
        </For>
      </ul>
    </Show>
  );
}

function FileChip(props: { file: DraftFile; attaching: Attaching }) {
  const percent = () => Math.round((props.file.progress ?? 0) * 100);
  return (
    <li data-state={props.file.state}>
      <PaperclipIcon size={14} />
      <span dir="auto">{props.file.name}</span>
      <small>{formatBytes(props.file.size, locale())}</small>
      <Show when={props.file.state === "uploading"}>
        <progress max={100} value={percent()} aria-label={t("drafts.uploading", { name: props.file.name })} />
      </Show>
      <Show when={props.file.state === "failed"}>
        <em>{props.attaching.failures().get(props.file.key) ?? t("drafts.failure_fileGone")}</em>
        <Show when={props.attaching.canRetry(props.file.key)}>
          <Button variant="ghost" size="sm" onClick={() => props.attaching.retry(props.file.key)}>
            {t("common.retry")}
          </Button>
        </Show>
      </Show>
      <button
        type="button"
        aria-label={t(props.file.state === "uploading" ? "drafts.cancelFile" : "drafts.removeFile", {
          name: props.file.name,
        })}
        onClick={() => props.attaching.remove(props.file.key)}
      >
        <CloseIcon size={12} />
      </button>
    </li>
  );
}
