import { deceptiveHost } from "./link-deception";
import type { Sanitising } from "./sanitising";

const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Keeps the address of an `<a>` or `<area>` only when its parsed scheme is allowed; it then opens a new context that knows nothing of us.
 * When the link looks like another host than it leads to, the real one is written behind it.
 */
export function sanitiseLink(link: Element, { prefix, deceptiveHosts }: Sanitising): void {
  const address = link.getAttribute("href")?.trim() ?? "";
  link.removeAttribute("href");
  link.removeAttribute("target");
  if (/^#[^#]/.test(address)) {
    link.setAttribute("href", `#${prefix}${address.slice(1)}`);
    link.setAttribute("target", "_self");
    return;
  }
  const url = URL.parse(address);
  if (!url || !schemes.has(url.protocol)) return;
  link.setAttribute("href", url.href);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer nofollow");
  const host = deceptiveHost(link.textContent ?? "", url);
  if (!host) return;
  deceptiveHosts.add(host);
  const mark = link.ownerDocument.createElement("b");
  mark.setAttribute("data-real-host", "");
  mark.textContent = ` [${host}]`;
  if (link.localName === "a") link.after(mark);
}
