import { createSignal, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { DownloadIcon, DraftIcon, ImageIcon, PaperclipIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Message } from "../schema";
import { attachmentPath, isInlineImage } from "./inline-images";
import { messageFilePath } from "./parts/message-file-path";
import { type Attachment, previewKind } from "./parts/preview-kind";

const AttachmentPreview = lazyPart(
  () => import("./parts/attachment-preview"),
  (part) => part.onClose(),
);

const icons = { image: ImageIcon, text: DraftIcon, other: PaperclipIcon };

/** What a message carries besides what it shows: each can be downloaded, and looked at where that is safe. */
export function AttachmentList(props: { message: Pick<Message, "id" | "attachments" | "html"> }) {
  const [previewed, setPreviewed] = createSignal<Attachment>();
  const listed = () => props.message.attachments.filter((attachment) => !isInlineImage(attachment, props.message.html));
  return (
    <Show when={listed().length > 0}>
      <div data-slot="attachments">
        <ul aria-label={t("webmail.attachments", { count: listed().length })}>
          <For each={listed()}>{(attachment) => <AttachmentLine attachment={attachment} onOpen={setPreviewed} />}</For>
        </ul>
        <Show when={listed().length > 1}>
          <a href={messageFilePath(props.message.id, "attachments.zip")} download="">
            <DownloadIcon size={16} />
            {t("parts.saveAll")}
          </a>
        </Show>
      </div>
      <Show when={previewed()}>
        {(first) => (
          <AttachmentPreview
            attachments={listed().filter(previewKind)}
            first={first()}
            onClose={() => setPreviewed()}
          />
        )}
      </Show>
    </Show>
  );
}

function AttachmentLine(props: { attachment: Attachment; onOpen: (attachment: Attachment) => void }) {
  const kind = () => previewKind(props.attachment);
  const name = () => props.attachment.name || t("webmail.unnamedAttachment");
  const path = () => attachmentPath(props.attachment);
  const content = () => (
    <>
      <Dynamic component={icons[kind() ?? "other"]} />
      <span>
        <b dir="auto">{name()}</b> <small>{formatBytes(props.attachment.size, locale())}</small>
      </span>
    </>
  );
  return (
    <li>
      <Show
        when={kind()}
        fallback={
          <a href={path()} download={props.attachment.name ?? ""}>
            <span class="sr-only">{t("webmail.download")} </span>
            {content()}
            <DownloadIcon size={16} />
          </a>
        }
      >
        <button type="button" onPointerEnter={AttachmentPreview.preload} onClick={() => props.onOpen(props.attachment)}>
          <span class="sr-only">{t("parts.preview")} </span>
          {content()}
        </button>
        <a href={path()} download={props.attachment.name ?? ""} aria-label={t("parts.saveOne", { name: name() })}>
          <DownloadIcon size={16} />
        </a>
      </Show>
    </li>
  );
}
