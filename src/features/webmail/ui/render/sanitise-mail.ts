import createDOMPurify, { type Config } from "dompurify";
import { filterDeclarations, filterStylesheet } from "./filter-css";
import type { CidUrl } from "./image-source";
import { droppedWithContent, mailAttributes, mailElements } from "./mail-elements";
import { parseMail } from "./parse-mail";
import { sanitiseImage } from "./sanitise-image";
import { sanitiseLink } from "./sanitise-link";
import type { Sanitising } from "./sanitising";

const config = {
  ALLOWED_TAGS: mailElements,
  ALLOWED_ATTR: mailAttributes,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  FORBID_CONTENTS: droppedWithContent,
  ALLOWED_NAMESPACES: ["http://www.w3.org/1999/xhtml"],
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

const roles = new Set(["presentation", "none", "article", "heading", "img", "list", "listitem"]);

export type SanitisedMail = {
  fragment: DocumentFragment;
  hasOwnColours: boolean;
  /** Pictures from the internet that could be loaded: `<img data-remote-src>`. */
  remoteImages: number;
  trackers: number;
  deceptiveHosts: string[];
};

/**
 * The one way from the HTML of a message to something that is shown. Runs in the browser that renders. The fragment belongs to a document
 * without a window: it is appended as it is, never turned into text again. Throws when the browser cannot run DOMPurify.
 */
export function sanitiseMail(html: string, cidUrl?: CidUrl): SanitisedMail {
  const purify = createDOMPurify(window);
  if (!purify.isSupported) throw new Error("this browser cannot sanitise HTML");
  const state: Sanitising = {
    ...{ cidUrl, prefix: "m-", remoteImages: 0, trackers: 0, hasOwnColours: false },
    deceptiveHosts: new Set(),
  };
  const fragment = purify.sanitize(parseMail(html), config);
  for (const element of fragment.querySelectorAll<HTMLElement>("*")) sanitiseElement(element, state);
  const { remoteImages, trackers, hasOwnColours, deceptiveHosts } = state;
  return { fragment, remoteImages, trackers, hasOwnColours, deceptiveHosts: [...deceptiveHosts] };
}

function sanitiseElement(element: HTMLElement, state: Sanitising): void {
  const name = element.localName;
  if (name === "style") element.textContent = filterStylesheet(element.textContent ?? "", state);
  if (name === "a" || name === "area") sanitiseLink(element, state);
  else element.removeAttribute("href");
  if (name === "img") sanitiseImage(element, state);
  else element.removeAttribute("src");
  if (element.hasAttribute("bgcolor") || element.hasAttribute("color")) state.hasOwnColours = true;
  if (!roles.has(element.getAttribute("role") ?? "")) element.removeAttribute("role");
  sanitiseStyle(element, state);
  sanitiseNames(element, state);
}

function sanitiseStyle(element: HTMLElement, state: Sanitising): void {
  if (!element.hasAttribute("style")) return;
  const kept = filterDeclarations(element.style, state);
  if (kept) element.setAttribute("style", kept);
  else element.removeAttribute("style");
}

/** Ids get our prefix, `name` survives only on a map; an old `<a name>` becomes an id so that links within the message still jump. */
function sanitiseNames(element: HTMLElement, { prefix }: Sanitising): void {
  const name = element.getAttribute("name");
  const id = element.getAttribute("id") || (element.localName === "a" ? name : null);
  element.removeAttribute("name");
  if (id) element.setAttribute("id", prefix + id);
  else element.removeAttribute("id");
  if (name && element.localName === "map") element.setAttribute("name", prefix + name);
  const map = element.getAttribute("usemap");
  if (map) element.setAttribute("usemap", `#${prefix}${map.replace(/^#/, "")}`);
}
