import type { Message } from "../../schema";
import { htmlText } from "../html-text";
import type { Quote } from "./answer-draft";
import { editorFragment } from "./editor-fragment";
import { outgoingHtml } from "./outgoing-html";
import { signatureIn } from "./signature-mark";
import { textHtml } from "./text-html";

/** Characters of HTML; what is longer is quoted as text, so that an answer can still be sent. */
const longest = 1_000_000;

/** What a message says, ready to be quoted in both formats. Browser only. */
export function quoteMessage({ html, text, preview }: Pick<Message, "html" | "text" | "preview">): Quote {
  const words = text ?? (html ? htmlText(html) : preview);
  if (!html || html.length > longest) return { text: words, html: textHtml(words) };
  const holder = document.implementation.createHTMLDocument("").createElement("div");
  holder.append(editorFragment(html).fragment);
  // Of a message of one's own; here it is quoted like the rest.
  signatureIn(holder)?.removeAttribute("class");
  const quoted = outgoingHtml(holder);
  return { text: words, html: quoted.length > longest ? textHtml(words) : quoted };
}
