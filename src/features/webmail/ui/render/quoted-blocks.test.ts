import { expect, test } from "bun:test";
import { quotedBlocks } from "./quoted-blocks";

test("an answer between quoted lines keeps its place", () => {
  expect(quotedBlocks("Hello\r\n> one\r\n> two\r\nmine\n>> old\n")).toEqual([
    { isQuoted: false, text: "Hello", lines: 1 },
    { isQuoted: true, text: "> one\n> two", lines: 2 },
    { isQuoted: false, text: "mine", lines: 1 },
    { isQuoted: true, text: ">> old", lines: 1 },
    { isQuoted: false, text: "", lines: 1 },
  ]);
});

test("a long quotation is one block, and read at once", () => {
  const blocks = quotedBlocks("> line\n".repeat(50_000));
  expect(blocks[0]?.lines).toBe(50_000);
  expect(blocks).toHaveLength(2);
});
