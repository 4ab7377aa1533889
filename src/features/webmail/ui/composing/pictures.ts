import { onCleanup } from "solid-js";
import { attachmentPath, shownImages } from "../inline-images";
import type { DraftFile } from "./draft";

/** What shows the pictures of a draft by their Content-ID: those that were added from the file itself, others from where they lie. */
export function createPictures(files: () => readonly DraftFile[]) {
  const urls = new Map<string, Promise<string | undefined>>();
  const own = new Set<string>();
  const keep = (blob: Blob) => {
    const url = URL.createObjectURL(blob);
    own.add(url);
    return url;
  };
  onCleanup(() => {
    for (const url of own) URL.revokeObjectURL(url);
  });

  async function fetchPicture(cid: string): Promise<string | undefined> {
    const file = files().find((candidate) => candidate.cid === cid);
    if (!file?.source || !("blobId" in file.source) || !file.source.blobId || !shownImages.has(file.type))
      return undefined;
    const { name, type } = file;
    const response = await fetch(attachmentPath({ blobId: file.source.blobId, name, type })).catch(() => null);
    const blob = response?.ok ? await response.blob().catch(() => null) : null;
    return blob && shownImages.has(blob.type) ? keep(blob) : undefined;
  }

  return {
    urlOf(cid: string): Promise<string | undefined> {
      const known = urls.get(cid) ?? fetchPicture(cid);
      urls.set(cid, known);
      return known;
    },
    /** Gives a picture that is added its address at once. */
    add(cid: string, file: File): string {
      const url = keep(file);
      urls.set(cid, Promise.resolve(url));
      return url;
    },
  };
}
