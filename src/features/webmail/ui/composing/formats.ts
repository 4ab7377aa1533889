import type Squire from "squire-rte";

/** What a button of the toolbar turns on and off; those with `state` can be seen to be on. */
export const formats = {
  bold: { tag: "B", on: (editor) => editor.bold(), off: (editor) => editor.removeBold() },
  italic: { tag: "I", on: (editor) => editor.italic(), off: (editor) => editor.removeItalic() },
  underline: { tag: "U", on: (editor) => editor.underline(), off: (editor) => editor.removeUnderline() },
  bullets: { tag: "UL", on: (editor) => editor.makeUnorderedList(), off: (editor) => editor.removeList() },
  numbers: { tag: "OL", on: (editor) => editor.makeOrderedList(), off: (editor) => editor.removeList() },
  quote: {
    tag: "BLOCKQUOTE",
    on: (editor) => editor.increaseQuoteLevel(),
    off: (editor) => editor.decreaseQuoteLevel(),
  },
} as const satisfies Record<string, { tag: string; on: (editor: Squire) => unknown; off: (editor: Squire) => unknown }>;

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as Format[];

/** Which formats the place of the cursor, or all that is selected, has. */
export const formatsAt = (editor: Squire): Format[] =>
  formatNames.filter((name) => editor.hasFormat(formats[name].tag));

/** Where the link under the cursor leads to. */
export function linkAt(editor: Squire): string | undefined {
  const { commonAncestorContainer: node } = editor.getSelection();
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("a")?.getAttribute("href") ?? undefined;
}
