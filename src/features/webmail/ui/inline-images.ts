import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Message } from "../schema";

type Attachment = Message["attachments"][number];

/** Types that may be shown inside a message; SVG is not among them, because it is a program. */
export const shownImages: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** True for a picture that the message shows itself; it needs no line in the list of attachments. */
export const isInlineImage = ({ cid, type }: Attachment, html: string | null): boolean =>
  cid !== null &&
  shownImages.has(type) &&
  [cid, encodeURIComponent(cid)].some((written) => html?.includes(`cid:${written}`) ?? false);

/** Where an attachment is fetched from; `type` matters to the server only for pictures that may be shown. */
export const attachmentPath = ({ blobId, name, type }: Pick<Attachment, "blobId" | "name" | "type">): string =>
  `/mail/attachments/${encodeURIComponent(blobId)}?${new URLSearchParams({ name: name ?? "", type })}`;

/**
 * The pictures that a message brought with it, by Content-ID, as `blob:` addresses: its frame may load nothing else. Each arrives by
 * itself; one that cannot be had stays blank. All are given back when the message is closed.
 */
export function inlineImages(
  message: () => Pick<Message, "id" | "attachments" | "html">,
): () => ReadonlyMap<string, string> {
  const [urls, setUrls] = createSignal<ReadonlyMap<string, string>>(new Map());
  createEffect((before: string | undefined) => {
    const { id, attachments, html } = message();
    if (before === id) return id;
    for (const attachment of attachments.filter((candidate) => isInlineImage(candidate, html))) void load(attachment);
    return id;
  }, undefined);
  const ended = new AbortController();
  onCleanup(() => {
    ended.abort();
    for (const url of urls().values()) URL.revokeObjectURL(url);
  });

  async function load(attachment: Attachment): Promise<void> {
    const response = await fetch(attachmentPath(attachment), { signal: ended.signal }).catch(() => null);
    const blob = response?.ok ? await response.blob().catch(() => null) : null;
    if (!blob || ended.signal.aborted || !shownImages.has(blob.type)) return;
    setUrls((all) => new Map([...all, [attachment.cid!, URL.createObjectURL(blob)]]));
  }
  return urls;
}
