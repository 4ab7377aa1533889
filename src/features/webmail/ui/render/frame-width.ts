/** Smaller than this nothing can be read; what is wider still is scrolled. */
const minScale = 0.45;

/**
 * Draws a message that is wider than its frame small enough to fit, as a newsletter with a fixed width on a phone. What does not fit even
 * then scrolls sideways inside the frame, by keys too.
 */
export function fitWidth(content: HTMLElement): void {
  content.style.removeProperty("zoom");
  const { clientWidth: room, scrollWidth: wanted } = content;
  if (wanted > room && room > 0) content.style.zoom = String(Math.max(minScale, room / wanted));
  const { documentElement: root } = content.ownerDocument;
  if (root.scrollWidth > root.clientWidth) content.tabIndex = 0;
  else content.removeAttribute("tabindex");
}
