const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
  reg: "®",
  euro: "€",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  zwnj: "",
  shy: "",
};
const hidden = new Set(["style", "script", "head", "title", "noscript", "template"]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
    const hex = name[1] === "x" || name[1] === "X";
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
  });
}

/** The words of an HTML part, for the preview and the text index. Linear in its input; it is no sanitiser and its output is plain text. */
export function htmlToText(html: string, maxLength = 1_000_000): string {
  const out: string[] = [];
  let length = 0;
  let at = 0;
  while (at < html.length && length < maxLength) {
    const tag = html.indexOf("<", at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    out.push(text);
    length += text.length;
    if (tag < 0) break;
    if (html.startsWith("<!--", tag)) {
      const end = html.indexOf("-->", tag + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = html.indexOf(">", tag);
    if (end < 0) break;
    const name = /^<([a-zA-Z]+)/.exec(html.slice(tag, tag + 12))?.[1]?.toLowerCase();
    at = end + 1;
    if (name && hidden.has(name)) {
      const close = findClose(html, name, at);
      at = close < 0 ? (name === "head" ? at : html.length) : close;
    }
    out.push(" ");
  }
  return decodeEntities(out.join("")).slice(0, maxLength).replace(/\s+/g, " ").trim();
}

function findClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^>]{0,20}>`, "gi");
  close.lastIndex = from;
  const match = close.exec(html);
  return match ? match.index + match[0].length : -1;
}
