import { operatorOf, type OperatorName, understand } from "./search-operators";

/** One thing that is looked for: a word, a phrase, or an operator with its value in the form that is always written. */
export type SearchTerm = {
  kind: "term";
  name: OperatorName | "word";
  value: string;
  /** Stands in quotation marks: what was put there, and what would be read as something else without them. */
  isPhrase: boolean;
  isNegated: boolean;
  /** Where it stands in the text: UTF-16 units, the end exclusive. */
  start: number;
  end: number;
};

/** Terms that must all be met, or any of them. */
export type SearchGroup = { kind: "all" | "any"; isNegated: boolean; nodes: SearchNode[] };
export type SearchNode = SearchTerm | SearchGroup;

const deepest = 8;
const mostTerms = 40;
/** Dots and dashes alone are nothing to look for. */
const isSomething = /[\p{L}\p{N}\p{S}]/u;

const token = /(\s+)|(-?\()|(\))|(-?)(?:([a-z]+(?:_[a-z]+)?):)?(?:"([^"]*)"?|([^\s()"]+))?/iy;

type Frame = { isNegated: boolean; nodes: SearchNode[]; isAfterOr: boolean };
const frame = (isNegated: boolean): Frame => ({ isNegated, nodes: [], isAfterOr: false });

/** Puts a node beside the others, or, after OR, as another choice in place of the last one. */
function add(to: Frame, node: SearchNode): void {
  const last = to.nodes.at(-1);
  if (!to.isAfterOr || !last) to.nodes.push(node);
  else {
    const choices = last.kind === "any" && !last.isNegated ? last.nodes : [last];
    const more = node.kind === "any" && !node.isNegated ? node.nodes : [node];
    to.nodes[to.nodes.length - 1] = { kind: "any", isNegated: false, nodes: [...choices, ...more] };
  }
  to.isAfterOr = false;
}

/** Ends a group: one thing in brackets is that thing, and brackets that change nothing are none. */
function close(inner: Frame, outer: Frame): void {
  const [only] = inner.nodes;
  if (!only) return;
  if (inner.nodes.length === 1) add(outer, inner.isNegated ? { ...only, isNegated: !only.isNegated } : only);
  else if (inner.isNegated || outer.isAfterOr)
    add(outer, { kind: "all", isNegated: inner.isNegated, nodes: inner.nodes });
  else outer.nodes.push({ kind: "all", isNegated: false, nodes: inner.nodes });
}

/**
 * What a search text asks for: all of these. Never throws: what is not understood is a word, brackets without a partner are none. OR
 * binds what stands beside it, as people know it from elsewhere: `a b OR c` is a and (b or c).
 */
export function parseSearch(text: string): SearchNode[] {
  const frames = [frame(false)];
  let terms = 0;
  for (token.lastIndex = 0; token.lastIndex < text.length;) {
    const start = token.lastIndex;
    const [whole, space, open, shut, minus, name, phrase, bare] = token.exec(text) ?? [""];
    const end = (token.lastIndex = Math.max(token.lastIndex, start + Math.max(whole.length, 1)));
    const top = frames.at(-1)!;
    if (space || !whole) continue;
    if (open) {
      if (frames.length <= deepest) frames.push(frame(open.length > 1));
    } else if (shut) {
      if (frames.length > 1) close(frames.pop()!, frames.at(-1)!);
    } else if (bare === "OR" && !minus && !name) top.isAfterOr = top.nodes.length > 0;
    else {
      const value = (phrase ?? bare ?? "").trim();
      const known = name && operatorOf(name);
      if (!isSomething.test(value) || ++terms > mostTerms) continue;
      const understood = known ? understand(known, value) : undefined;
      const isPhrase = phrase !== undefined || (!name && (value === "OR" || value.startsWith("-")));
      const place = { isNegated: !!minus, isPhrase, start, end };
      if (known && understood !== undefined) add(top, { kind: "term", name: known, value: understood, ...place });
      else add(top, { kind: "term", name: "word", value: name ? `${name}:${value}` : value, ...place });
    }
  }
  while (frames.length > 1) close(frames.pop()!, frames.at(-1)!);
  return flat(frames[0]!.nodes);
}

/** What stands in brackets that are not needed stands beside the rest. */
const flat = (nodes: readonly SearchNode[]): SearchNode[] =>
  nodes.flatMap((node) => {
    if (node.kind === "term") return node;
    const inner = node.kind === "all" ? flat(node.nodes) : node.nodes.flatMap((choice) => flatChoice(choice));
    return node.kind === "all" && !node.isNegated ? inner : { ...node, nodes: inner };
  });

function flatChoice(node: SearchNode): SearchNode[] {
  if (node.kind === "term") return [node];
  if (node.kind === "any" && !node.isNegated) return node.nodes.flatMap(flatChoice);
  const inner = node.kind === "all" ? flat(node.nodes) : node.nodes.flatMap(flatChoice);
  return [{ ...node, nodes: inner }];
}

/** A search as text; reading it again gives the same search. */
export function writeSearch(nodes: readonly SearchNode[]): string {
  return nodes.map(writeNode).join(" ");
}

function writeNode(node: SearchNode): string {
  const minus = node.isNegated ? "-" : "";
  if (node.kind !== "term") return `${minus}(${node.nodes.map(writeNode).join(node.kind === "any" ? " OR " : " ")})`;
  const value = node.isPhrase ? `"${node.value}"` : node.value;
  return `${minus}${node.name === "word" ? "" : `${node.name}:`}${value}`;
}
