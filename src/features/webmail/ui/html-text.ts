const hidden = "script,style,template,title,head,noscript";
const blocks = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE BR DIV DL DT DD FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);

/** The words of a message that has no plain text, for quoting. Parsed in a document that runs and loads nothing. */
export function htmlText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(hidden)) element.remove();
  for (const element of body.querySelectorAll("*")) if (blocks.has(element.tagName)) element.after("\n");
  return (body.textContent ?? "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
