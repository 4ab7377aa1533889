import { sanitiseMail } from "../render/sanitise-mail";
import { inlineStyles } from "./inline-styles";
import { signatureClass, signatureIn } from "./signature-mark";

export type EditorContent = {
  fragment: DocumentFragment;
  /** It brings colours that were chosen for a light page. */
  hasOwnColours: boolean;
};

/** Stands for a picture of the message until its octets are there; never fetched, for the nodes lie in a document without a window. */
const placeholder = "blob:cid/";

/**
 * HTML of a draft, of a message that is quoted or of a clipboard as nodes that may stand in our own page. After the sanitiser of the reader
 * goes what only its frame can hold: stylesheets, classes and ids would reach the page around. Pictures come without an address: those of the
 * message with `data-cid`, those on the internet with `data-remote-src`, where `outgoingHtml` finds them again. So nothing is fetched while
 * one writes, and a quotation is sent as it was.
 */
export function editorFragment(html: string): EditorContent {
  const { fragment, hasOwnColours } = sanitiseMail(html, (cid) => placeholder + encodeURIComponent(cid));
  inlineStyles(fragment);
  const signature = signatureIn(fragment);
  for (const mark of fragment.querySelectorAll("[data-real-host], map")) mark.remove();
  for (const element of fragment.querySelectorAll<HTMLElement>("*")) {
    for (const name of ["class", "id", "name", "usemap", "target", "rel"]) element.removeAttribute(name);
    if (element.getAttribute("href")?.startsWith("#")) element.removeAttribute("href");
    if (element.getAttribute("style")?.includes(placeholder)) element.style.removeProperty("background-image");
    if (element.localName === "img") markPicture(element);
  }
  signature?.classList.add(signatureClass);
  unwrap(fragment);
  return { fragment, hasOwnColours };
}

/** The element that stood for the body holds nothing together any more, unless it says something of all of it. */
function unwrap(fragment: DocumentFragment): void {
  const { firstElementChild: body, childNodes } = fragment;
  if (body && childNodes.length === 1 && body.attributes.length === 0) body.replaceWith(...body.childNodes);
}

function markPicture(image: HTMLElement): void {
  const source = image.getAttribute("src") ?? "";
  if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
  // Shows nothing to anybody: it only counted its readers, or its octets stayed where it was copied.
  if (!source && !image.hasAttribute("data-remote-src")) return image.remove();
  if (!source.startsWith(placeholder)) return;
  image.removeAttribute("src");
  image.setAttribute("data-cid", decodeURIComponent(source.slice(placeholder.length)));
}
