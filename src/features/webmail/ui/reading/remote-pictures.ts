import { createSignal, onCleanup } from "solid-js";
import { trpc } from "~/trpc/client";

const shown = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
/** As many as one call takes. */
const batch = 100;

/** Gives for each address where it can be loaded from us. */
export type SealPictures = (urls: string[]) => Promise<readonly (string | null)[]>;
const sealByServer: SealPictures = async (urls) => (await trpc.webmail.reading.sealPictures.mutate({ urls })).paths;

/**
 * Pictures from the internet, for one message: each comes from our own server, which fetches it, and goes into the frame as a `blob:`, for
 * the frame itself may ask nobody. Nothing is asked for before `load`. All are given back when the message is closed.
 */
export function remotePictures(seal: SealPictures = sealByServer) {
  const arrived = new Map<string, string>();
  const asked = new Set<string>();
  const [missing, setMissing] = createSignal(0);
  const ended = new AbortController();
  let content: ParentNode | undefined;
  onCleanup(() => {
    ended.abort();
    for (const url of arrived.values()) URL.revokeObjectURL(url);
  });

  const places = () => [...(content?.querySelectorAll<HTMLImageElement>("img[data-remote-src]") ?? [])];
  const addressOf = (image: HTMLImageElement) => image.dataset["remoteSrc"]!;
  const fill = () => {
    for (const image of places()) {
      const url = arrived.get(addressOf(image));
      if (url && image.src !== url) image.src = url;
    }
  };

  async function loadOne(address: string, path: string | null): Promise<void> {
    const response = path ? await fetch(path, { signal: ended.signal }).catch(() => null) : null;
    const blob = response?.ok ? await response.blob().catch(() => null) : null;
    if (ended.signal.aborted) return;
    if (!blob || !shown.has(blob.type)) return void setMissing((count) => count + 1);
    arrived.set(address, URL.createObjectURL(blob));
    fill();
  }

  /** Asks for what has not been asked for yet. Resolves when all have come or failed; rejects when the server cannot be asked at all. */
  async function load(): Promise<void> {
    const left = [...new Set(places().map(addressOf))].filter((address) => !asked.has(address));
    for (const address of left) asked.add(address);
    for (let at = 0; at < left.length; at += batch) {
      const urls = left.slice(at, at + batch);
      const paths = await seal(urls).catch((error: unknown) => {
        for (const address of left.slice(at)) asked.delete(address);
        throw error;
      });
      await Promise.all(urls.map((address, index) => loadOne(address, paths[index] ?? null)));
    }
  }

  return {
    load,
    missing,
    /** From now on they belong into `shownContent`; those that are there already are put in. */
    present(shownContent: ParentNode): void {
      content = shownContent;
      fill();
    },
  };
}
