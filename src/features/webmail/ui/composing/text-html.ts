const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** White space as it was typed: the first of several stays what it is, so that lines can still be broken. */
const spaced = (line: string) => line.replace(/^ | (?= )/g, "&nbsp;");

/** Plain text as HTML that looks the same: a block a line, and quoted lines (RFC 3676 section 4.5) as a quotation. */
export function textHtml(text: string): string {
  let depth = 0;
  let html = "";
  const goTo = (wanted: number) => {
    for (; depth < wanted; depth += 1) html += '<blockquote type="cite">';
    for (; depth > wanted; depth -= 1) html += "</blockquote>";
  };
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const marks = /^(?:> ?)+(?=[^>]|$)/.exec(line)?.[0] ?? "";
    goTo(Math.min(20, marks.replaceAll(" ", "").length));
    html += `<div dir="auto">${spaced(escaped(line.slice(marks.length))) || "<br>"}</div>`;
  }
  goTo(0);
  return html;
}
