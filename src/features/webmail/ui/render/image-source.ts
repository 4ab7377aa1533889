const rasterData = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp|x-icon)[;,]/i;
const remote = /^\s*(?:https?:|[\\/]{2})/i;

/** Gives the `blob:` URL under which an inline part can be shown, or nothing when the message has no such part. */
export type CidUrl = (cid: string) => string | undefined;
/** `show` loads nothing over the network; `blocked` would have gone out to `url`; `none` names nothing that can be shown. */
export type ImageSource = { kind: "show"; url: string } | { kind: "blocked"; url: string } | { kind: "none" };

/** What becomes of an image address in a message: only parts of the message itself are shown (RFC 2392 `cid:`, raster `data:`). */
export function imageSource(source: string, cidUrl: CidUrl | undefined): ImageSource {
  const address = source.trim();
  if (rasterData.test(address)) return { kind: "show", url: address };
  if (/^cid:/i.test(address)) {
    const url = cidUrl?.(contentId(address));
    return url?.startsWith("blob:") ? { kind: "show", url } : { kind: "none" };
  }
  return remote.test(address) ? { kind: "blocked", url: address } : { kind: "none" };
}

/** The Content-ID that a `cid:` URL names: percent-decoded, without the angle brackets that some senders copy into it. */
function contentId(address: string): string {
  const encoded = address.slice(4);
  try {
    return decodeURIComponent(encoded).replace(/^<|>$/g, "");
  } catch {
    return encoded;
  }
}
