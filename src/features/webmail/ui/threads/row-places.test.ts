import { expect, test } from "bun:test";
import { positionOf, rowOf, rowsAround } from "./row-places";

test("what leaves the folder leaves no gap, and nothing is shown twice", () => {
  const leaving = [2, 3, 7];
  const shown = Array.from({ length: 7 }, (_, row) => positionOf(row, leaving));
  expect(shown).toEqual([0, 1, 4, 5, 6, 8, 9]);
  expect(shown.map((position) => rowOf(position, leaving))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("with nothing on its way out rows are positions", () => {
  expect([rowOf(12, []), positionOf(12, [])]).toEqual([12, 12]);
});

test("more rows wait in the direction of scrolling, and all that is seen is there", () => {
  for (const direction of [1, -1] as const)
    for (let first = 0; first < 60; first++) {
      const { from, to } = rowsAround(first, 9, direction);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from <= Math.max(0, first - 4) && to >= first + 9 + 4).toBe(true);
    }
  const down = rowsAround(100, 10, 1);
  const up = rowsAround(100, 10, -1);
  expect(up.from).toBeLessThan(down.from);
  expect(down.to).toBeGreaterThan(up.to);
});
