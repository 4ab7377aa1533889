import { signatureClass, signatureIn } from "./signature-mark";

/** What the editor puts between the words for itself. */
const ofEditor = ".squire-image-resize-container, input[type=hidden]";

/** What stands in an editor, as it is kept and sent: pictures by `cid:`, those of a quotation where they are, and no mark of ours but one. */
export function outgoingHtml(root: Element): string {
  const inert = document.implementation.createHTMLDocument("");
  const copy = inert.importNode(root, true) as HTMLElement;
  for (const element of copy.querySelectorAll(ofEditor)) element.remove();
  for (const image of copy.querySelectorAll("img")) restore(image);
  const signature = signatureIn(copy);
  for (const element of copy.querySelectorAll("*"))
    for (const name of ["class", "data-cid", "data-remote-src", "tabindex", "contenteditable"])
      element.removeAttribute(name);
  signature?.setAttribute("class", signatureClass);
  return copy.getHTML().replace(/\u200B/g, "");
}

function restore(image: HTMLImageElement): void {
  const { cid, remoteSrc } = image.dataset;
  if (cid) return image.setAttribute("src", `cid:${encodeURI(cid)}`);
  if (remoteSrc) return image.setAttribute("src", remoteSrc);
  // Shows nothing to anybody: its octets cannot be had, or the sanitiser found that it only counts its readers.
  if (!image.getAttribute("src")?.startsWith("data:")) image.remove();
}
