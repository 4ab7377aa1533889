/** Names of U+00A0 to U+00FF in order, as HTML has them. */
const latin1 =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
  Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave
  aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde
  ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);

const entities = new Map<string, string>([
  ...latin1.map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    euro: "€",
    hellip: "…",
    mdash: "—",
    ndash: "–",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    bull: "•",
    trade: "™",
    // Preheaders are padded with these.
    shy: "",
    zwnj: "",
    zwj: "",
  }),
]);
const hidden = new Set(["style", "script", "head", "title", "noscript", "template"]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,7});?/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities.get(name) ?? entities.get(name.toLowerCase()) ?? whole;
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
  let hasHeadEnd = true;
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
    if (name === "head" && !hasHeadEnd) continue;
    if (name && hidden.has(name)) {
      const close = findClose(html, name, at);
      // A head that never ends is no reason to hide the text; and it is looked for once only.
      if (close < 0 && name === "head") hasHeadEnd = false;
      else at = close < 0 ? html.length : close;
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
