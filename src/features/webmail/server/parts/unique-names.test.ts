import { expect, test } from "bun:test";
import { uniqueNames } from "./unique-names";

test("files of one name stand side by side, on systems that know no upper and lower case, too", () => {
  expect(uniqueNames(["a.txt", "A.TXT", "a (2).txt", "a.txt", "b", "b"])).toEqual([
    ...["a.txt", "A (2).TXT", "a (2) (2).txt", "a (3).txt", "b", "b (2)"],
  ]);
});

test("thousands of files of one name are named at once", () => {
  const begun = performance.now();
  expect(new Set(uniqueNames(Array.from({ length: 5000 }, () => "image.png"))).size).toBe(5000);
  expect(performance.now() - begun).toBeLessThan(500);
});
