import { expect, test } from "bun:test";
import { foldThread } from "./fold-thread";

const fold = (count: number, open: number[]) =>
  foldThread(
    Array.from({ length: count }, (_, at) => String(at)),
    (id) => open.includes(Number(id)),
  ).map(({ id, folded }) => folded?.length ?? id);

test("of a long thread the first message, the last read one and what is open are there; the rest is a number", () => {
  expect(fold(20, [19])).toEqual(["0", 17, "18", "19"]);
  expect(fold(12, [5, 11])).toEqual(["0", 3, "4", "5", 4, "10", "11"]);
});

test("a short thread is there in full", () => {
  expect(fold(5, [4])).toEqual(["0", "1", "2", "3", "4"]);
  expect(fold(1, [0])).toEqual(["0"]);
  expect(fold(0, [])).toEqual([]);
});
