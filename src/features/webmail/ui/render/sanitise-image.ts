import { imageSource } from "./image-source";
import type { Sanitising } from "./sanitising";
import { isTrackingPicture } from "./tracking-picture";

/**
 * Shows an inline part, and takes the address from every other image: a remote one is remembered in `data-remote-src` and counted, one that
 * only counts its readers is forgotten.
 */
export function sanitiseImage(image: HTMLElement, state: Sanitising): void {
  const source = imageSource(image.getAttribute("src") ?? "", state.cidUrl);
  image.removeAttribute("src");
  if (source.kind === "show") image.setAttribute("src", source.url);
  if (source.kind !== "blocked") return;
  if (isTrackingPicture(image, source.url)) {
    state.trackers += 1;
    return;
  }
  image.setAttribute("data-remote-src", source.url);
  state.remoteImages += 1;
}
