import { For, Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { DownloadIcon, ImageIcon, PaperclipIcon } from "~/ui/icons";
import type { Message } from "../schema";
import { attachmentPath, isInlineImage } from "./inline-images";

/** What a message carries besides what it shows: each a download with its size. */
export function AttachmentList(props: { message: Pick<Message, "attachments" | "html"> }) {
  const listed = () => props.message.attachments.filter((attachment) => !isInlineImage(attachment, props.message.html));
  return (
    <Show when={listed().length > 0}>
      <ul data-slot="attachments" aria-label={t("webmail.attachments", { count: listed().length })}>
        <For each={listed()}>
          {(attachment) => {
            const name = () => attachment.name || t("webmail.unnamedAttachment");
            const size = () => formatBytes(attachment.size, locale());
            return (
              <li>
                <a href={attachmentPath(attachment)} download={attachment.name ?? ""}>
                  <span class="sr-only">{t("webmail.download")} </span>
                  <Show when={attachment.type.startsWith("image/")} fallback={<PaperclipIcon />}>
                    <ImageIcon />
                  </Show>
                  <span>
                    <b>{name()}</b> <small>{size()}</small>
                  </span>
                  <DownloadIcon size={16} />
                </a>
              </li>
            );
          }}
        </For>
      </ul>
    </Show>
  );
}
