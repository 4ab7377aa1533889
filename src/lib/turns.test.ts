import { expect, test } from "bun:test";
import { createTurns } from "./turns";

test("writers of one object wait for each other, writers of different objects do not", async () => {
  const oneWriter = createTurns();
  const log: string[] = [];
  const write = (key: string, name: string, turns: number) =>
    oneWriter(key, async () => {
      log.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      log.push(`${name} ends`);
    });
  await Promise.all([write("a", "first", 20), write("a", "second", 1), write("b", "other", 1)]);
  expect(log.indexOf("second begins")).toBeGreaterThan(log.indexOf("first ends"));
  expect(log.indexOf("other ends")).toBeLessThan(log.indexOf("first ends"));
});

test("a writer that fails does not stop the next one", async () => {
  const oneWriter = createTurns();
  const failed = oneWriter("a", () => Promise.reject(new Error("no")));
  const next = oneWriter("a", () => Promise.resolve("yes"));
  expect(await Promise.allSettled([failed, next])).toEqual([
    { status: "rejected", reason: new Error("no") },
    { status: "fulfilled", value: "yes" },
  ]);
});
