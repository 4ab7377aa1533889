import { imageSource } from "./image-source";
import type { Sanitising } from "./sanitising";

/** Shows an inline part, and takes the address from every other image: a remote one is remembered in `data-remote-src` and counted. */
export function sanitiseImage(image: Element, state: Sanitising): void {
  const source = imageSource(image.getAttribute("src") ?? "", state.cidUrl);
  image.removeAttribute("src");
  if (source.kind === "show") image.setAttribute("src", source.url);
  if (source.kind !== "blocked") return;
  image.setAttribute("data-remote-src", source.url);
  state.remoteImages += 1;
}
