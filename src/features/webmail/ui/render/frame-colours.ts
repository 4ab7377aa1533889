/**
 * Lets a message without colours of its own take over those around its frame, now and when the theme changes. The colour schemes of both
 * documents have to agree, or the browser paints the frame opaque. Gives the function that ends it.
 */
export function followColours(frame: HTMLIFrameElement, inside: Document): () => void {
  const apply = () => {
    const around = getComputedStyle(frame);
    inside.documentElement.style.colorScheme = around.colorScheme;
    inside.documentElement.style.color = around.color;
  };
  apply();
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", apply);
  const theme = new MutationObserver(apply);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  return () => {
    scheme.removeEventListener("change", apply);
    theme.disconnect();
  };
}
