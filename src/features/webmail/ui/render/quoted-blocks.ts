export type TextBlock = { isQuoted: boolean; text: string; lines: number };

/** Cuts a plain text into runs of quoted (`>`) and own lines, in order; line ends inside a block are `\n`. */
export function quotedBlocks(text: string): TextBlock[] {
  const blocks: { isQuoted: boolean; lines: string[] }[] = [];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const isQuoted = line.startsWith(">");
    const last = blocks.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(line);
    else blocks.push({ isQuoted, lines: [line] });
  }
  return blocks.map(({ isQuoted, lines }) => ({ isQuoted, text: lines.join("\n"), lines: lines.length }));
}
