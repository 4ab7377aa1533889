import { htmlText } from "../html-text";
import type { Draft } from "./draft";
import { signatureClass } from "./signature-mark";
import { signatureLine } from "./text-signature";

/** What somebody wrote themselves in a draft: without what is quoted and without the signature. Browser only. */
export function ownWords({ format, html, text }: Pick<Draft, "format" | "html" | "text">): string {
  if (format === "plain") {
    const lines = text.split("\n").filter((line) => !line.startsWith(">"));
    const end = lines.findIndex((line) => line === signatureLine || /^-{5,} .* -{5,}$/.test(line));
    return lines.slice(0, end < 0 ? undefined : end).join("\n");
  }
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(`blockquote, .${signatureClass}`)) element.remove();
  return htmlText(body.getHTML());
}
