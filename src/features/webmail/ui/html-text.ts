import { signatureClass } from "./composing/signature-mark";
import { signatureLine } from "./composing/text-signature";

const hidden = new Set("SCRIPT STYLE TEMPLATE TITLE HEAD NOSCRIPT".split(" "));
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DIV DL DT DD FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
/** Blocks with an empty line around them. */
const apart = new Set("P H1 H2 H3 H4 H5 H6 PRE UL OL DL TABLE".split(" "));

type Lines = string[];

/** The words of HTML as plain text: quotations with `>`, lists with their marks, links with where they lead. Parsed where nothing runs or loads. */
export function htmlText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const lines = blockLines(body);
  const trimmed = lines.map((line) => (line === signatureLine ? line : line.replace(/[ \t\u00A0]+$/, "")));
  const text = trimmed.join("\n").replace(/\u00A0/g, " ");
  return text
    .replace(/^\n+/, "")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

function blockLines(block: Element): Lines {
  const lines: Lines = [""];
  collect(block, lines, block.closest("pre") !== null);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}

/** Adds what stands in `parent`; the last of `lines` is the one that is being written. */
function collect(parent: Node, lines: Lines, isPre: boolean): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) addWords(node.data, lines, isPre);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const name = element.tagName.toUpperCase();
    if (hidden.has(name)) continue;
    if (name === "BR") lines.push("");
    else if (blocks.has(name)) addBlock(name, element, lines);
    else addInline(name, element, lines, isPre);
  }
}

function addWords(words: string, lines: Lines, isPre: boolean): void {
  if (isPre) {
    const [first = "", ...rest] = words.replaceAll("\r\n", "\n").split("\n");
    lines[lines.length - 1] += first;
    lines.push(...rest);
    return;
  }
  const line = lines.at(-1) ?? "";
  const flowed = words.replace(/[ \t\r\n\f]+/g, " ");
  lines[lines.length - 1] = line + (line === "" || line.endsWith(" ") ? flowed.replace(/^ /, "") : flowed);
}

function addBlock(name: string, element: Element, lines: Lines): void {
  if (lines.at(-1)?.trim() === "") lines.pop();
  if (apart.has(name) && lines.length > 0 && lines.at(-1) !== "" && !element.parentElement?.closest("li"))
    lines.push("");
  lines.push(...marked(name, element, blockLines(element)));
  lines.push(...(apart.has(name) && !element.parentElement?.closest("li") ? ["", ""] : [""]));
}

function marked(name: string, element: Element, lines: Lines): Lines {
  if (name === "HR") return ["-".repeat(40)];
  if (name === "BLOCKQUOTE") return lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()));
  if (element.classList.contains(signatureClass)) return [signatureLine, ...lines];
  if (name !== "LI") return lines;
  const list = element.closest("ol, ul");
  const mark = list?.tagName === "OL" ? `${[...list.children].indexOf(element) + 1}. ` : "- ";
  return lines.map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
}

function addInline(name: string, element: Element, lines: Lines, isPre: boolean): void {
  if (name === "IMG") return addWords(element.getAttribute("alt") ?? "", lines, false);
  const before = lines.at(-1) ?? "";
  collect(element, lines, isPre || name === "PRE");
  if (name === "TD" || name === "TH") return addWords(" ", lines, false);
  const href = name === "A" ? (element.getAttribute("href") ?? "") : "";
  const words = element.textContent?.trim() ?? "";
  const isSaid =
    words === "" || href.replace(/^(?:mailto:|https?:\/\/)|\/$/gi, "") === words.replace(/^https?:\/\/|\/$/gi, "");
  if (/^(?:https?:|mailto:)/i.test(href) && !isSaid && before !== lines.at(-1)) addWords(` <${href}>`, lines, false);
}
