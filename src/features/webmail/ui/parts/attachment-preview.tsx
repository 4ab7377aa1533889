import { createEffect, createSignal, Match, Show, Switch, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { IconButton } from "~/ui/icon-button";
import { ArrowLeftIcon, ArrowRightIcon, DownloadIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { attachmentPath } from "../inline-images";
import { FileText } from "./file-text";
import { type Attachment, previewKind } from "./preview-kind";
import "./parts.css";

export type AttachmentPreviewProps = {
  /** Those that can be looked at. */
  attachments: readonly Attachment[];
  first: Attachment;
  onClose: () => void;
};

/** Attachments one at a time, in the order of the message: by the arrow keys, too. */
export default function AttachmentPreview(props: AttachmentPreviewProps) {
  const [at, setAt] = createSignal(untrack(() => Math.max(0, props.attachments.indexOf(props.first))));
  const [failed, setFailed] = createSignal<string>();
  const shown = () => props.attachments[at()] ?? props.first;
  const name = () => shown().name || t("webmail.unnamedAttachment");
  const kind = () => (failed() === shown().blobId ? undefined : previewKind(shown()));
  const position = () => t("previews.position", { at: at() + 1, count: props.attachments.length });
  createEffect((before: number | undefined) => {
    if (before !== undefined && before !== at()) announce(`${name()}, ${position()}`);
    return at();
  });
  const move = (step: 1 | -1) => setAt((now) => Math.min(props.attachments.length - 1, Math.max(0, now + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(document.dir === "rtl" ? (-step as 1 | -1) : step);
  };
  return (
    <Dialog
      open
      size="lg"
      title={<bdi>{name()}</bdi>}
      data-preview={kind() ?? "none"}
      onClose={() => props.onClose()}
      onKeyDown={onKeyDown}
      footer={
        <>
          <Show when={props.attachments.length > 1}>
            <IconButton label={t("previews.previous")} aria-disabled={at() === 0} onClick={() => move(-1)}>
              <ArrowLeftIcon />
            </IconButton>
            <span class="self-center text-sm text-muted">{position()}</span>
            <IconButton
              label={t("previews.next")}
              aria-disabled={at() === props.attachments.length - 1}
              onClick={() => move(1)}
            >
              <ArrowRightIcon />
            </IconButton>
            <span class="flex-1" />
          </Show>
          <LinkButton href={attachmentPath(shown())} download={shown().name ?? ""} icon={<DownloadIcon size={16} />}>
            {t("previews.download")}
          </LinkButton>
          <Button variant="primary" onClick={() => props.onClose()}>
            {t("common.close")}
          </Button>
        </>
      }
    >
      <Switch fallback={<Notice>{t("previews.failed")}</Notice>}>
        <Match when={kind() === "image"}>
          <img src={attachmentPath(shown())} alt={name()} onError={() => setFailed(shown().blobId)} />
        </Match>
        <Match when={kind() === "text"}>
          <FileText
            path={attachmentPath(shown())}
            charset={shown().charset ?? null}
            label={name()}
            cut={(size) => t("previews.text_long", { size })}
            failed={t("previews.not_loaded")}
          />
        </Match>
      </Switch>
    </Dialog>
  );
}
