import { fitWidth } from "./frame-width";

/** CSS pixels; beyond it the message scrolls inside its frame. */
const maxHeight = 20_000;

/** Makes `content` fit into the frame and the frame as high as it, and keeps it so while images and fonts arrive. Gives the function that ends it. */
export function followSize(frame: HTMLIFrameElement, content: HTMLElement): () => void {
  const root = content.ownerDocument.documentElement;
  const measure = () => {
    fitWidth(content);
    const body = content.ownerDocument.defaultView?.getComputedStyle(content.ownerDocument.body);
    const bottom =
      content.getBoundingClientRect().bottom -
      root.getBoundingClientRect().top +
      Number.parseFloat(body?.paddingBottom ?? "0");
    const scrollbar = Math.max(0, frame.clientHeight - root.clientHeight);
    const height = Math.ceil(bottom) + scrollbar;
    root.style.overflowX = "auto";
    root.style.overflowY = height > maxHeight ? "auto" : "hidden";
    frame.style.height = `${Math.min(height, maxHeight)}px`;
  };
  measure();
  // In the next frame: what is resized while sizes are being told is an error to the browser.
  let next = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(next);
    next = requestAnimationFrame(measure);
  });
  observer.observe(content);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(next);
  };
}
