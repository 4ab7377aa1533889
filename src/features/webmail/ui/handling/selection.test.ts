import { beforeEach, expect, test } from "bun:test";
import type { ThreadSummary } from "../../schema";
import { selection } from "./selection";

const row = (threadId: string) => ({ threadId, messageIds: [threadId] }) as unknown as ThreadSummary;
const chosen = () => selection.rows().map(({ threadId }) => threadId);

beforeEach(() => selection.clear());

test("what is chosen twice is not chosen any more, and the last one is where a range begins", () => {
  for (const id of ["a", "b", "a"]) selection.toggle(row(id));
  expect([chosen(), selection.has("b"), selection.anchor()]).toEqual([["b"], true, "a"]);
});

test("a range adds to what was chosen, none twice", () => {
  selection.toggle(row("a"));
  selection.extend([row("a"), row("b"), row("c")]);
  expect(chosen()).toEqual(["a", "b", "c"]);
});

test("all that match stays chosen until anything else is", () => {
  selection.set([row("a"), row("b")]);
  selection.selectAllMatching();
  expect(selection.isAll()).toBe(true);
  selection.toggle(row("b"));
  expect([selection.isAll(), chosen()]).toEqual([false, ["a"]]);
});

test("nothing is left behind when it is over", () => {
  selection.set([row("a")]);
  selection.selectAllMatching();
  selection.clear();
  expect([selection.count(), selection.isAll(), selection.anchor()]).toEqual([0, false, undefined]);
});
