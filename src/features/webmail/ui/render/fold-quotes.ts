/** What Outlook puts before a quotation, around which it puts nothing: all that follows is quoted. Ids come with the sanitiser's prefix. */
const outlookMarks = "#m-divRplyFwdMsg, #m-appendonsend";
/** How the others mark what they quote. */
const marks = [
  'blockquote[type="cite"]',
  ".gmail_quote",
  ".moz-cite-prefix + blockquote",
  ".protonmail_quote",
  ".yahoo_quoted",
  "#m-mail-editor-reference-message-container",
  outlookMarks,
].join();

/** The line above what Outlook and its kin quote, in the languages that are most written; a border is all that marks it. */
const borderedHead =
  /^(?:from|von|de|da|van|från|fra|od|от)\s*:.{1,400}(?:sent|gesendet|envoyé|enviado|inviato|verzonden|skickat|date|datum)\s*:/is;
const isBorderedHead = (element: HTMLElement) =>
  element.style.borderTopStyle === "solid" && borderedHead.test((element.textContent ?? "").trim().slice(0, 800));

/** Words that such a block has at least; a short quotation is what the next lines answer. */
const shortQuote = 40;
const mostFolds = 50;

/**
 * Folds long quotations of a sanitised message behind controls of ours, named `label`, that work without a script. What stands before the
 * first own word stays open: whoever forwards without a word of theirs sends the quotation itself.
 */
export function foldQuotes(fragment: DocumentFragment, label: string): void {
  let hasOwnWords = false;
  for (const quote of quotesOf(fragment)) {
    const [first] = quote;
    hasOwnWords ||= hasWordsBefore(fragment, first);
    if (!hasOwnWords || countWords(quote) < shortQuote) continue;
    const details = first.ownerDocument.createElement("details");
    const summary = first.ownerDocument.createElement("summary");
    details.dataset.quote = "";
    summary.textContent = label;
    first.before(details);
    details.append(summary, ...quote);
  }
}

type Quote = [HTMLElement, ...ChildNode[]];

/** Outermost blocks in order, each as the nodes that belong together. */
function quotesOf(fragment: DocumentFragment): Quote[] {
  const quotes: Quote[] = [];
  const taken = new Set<Node>();
  for (const element of fragment.querySelectorAll<HTMLElement>(`${marks}, div[style*=border-top]`)) {
    const isHead = element.matches(outlookMarks) || (!element.matches(marks) && isBorderedHead(element));
    if ((!isHead && !element.matches(marks)) || isWithin(element, taken)) continue;
    const quote: Quote = isHead ? [element, ...nodesAfter(element)] : [element];
    for (const node of quote) taken.add(node);
    if (quotes.push(quote) === mostFolds) break;
  }
  return quotes;
}

function isWithin(element: Node, taken: ReadonlySet<Node>): boolean {
  for (let at: Node | null = element; at; at = at.parentNode) if (taken.has(at)) return true;
  return false;
}

function nodesAfter(element: Node): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let next = element.nextSibling; next; next = next.nextSibling) nodes.push(next);
  return nodes;
}

const countWords = (quote: Quote) =>
  quote.reduce((sum, { textContent }) => sum + (textContent ?? "").split(/\s+/).filter(Boolean).length, 0);

function hasWordsBefore(fragment: DocumentFragment, element: HTMLElement): boolean {
  const range = element.ownerDocument.createRange();
  range.setStart(fragment, 0);
  range.setEndBefore(element);
  return /[\p{L}\p{N}]/u.test(range.toString());
}
