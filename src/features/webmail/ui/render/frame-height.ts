/** CSS pixels; beyond it the message scrolls inside its frame. */
const maxHeight = 20_000;

/** Makes the frame as high as `content` inside it, and keeps it so while images and fonts arrive. Gives the function that ends it. */
export function followHeight(frame: HTMLIFrameElement, content: Element): () => void {
  const root = content.ownerDocument.documentElement;
  const measure = () => {
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
  const observer = new ResizeObserver(measure);
  observer.observe(content);
  return () => observer.disconnect();
}
