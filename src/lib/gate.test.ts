import { expect, test } from "bun:test";
import { createGate } from "./gate";

/** A task that lasts until it is told to end. */
function task() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let hasBegun = false;
  return { run: () => ((hasBegun = true), promise), hasBegun: () => hasBegun, resolve, reject };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("no more run at once than there are places, and whoever waits comes in turn, also after a failure", async () => {
  const gate = createGate(2);
  const tasks = Array.from({ length: 4 }, task);
  const results = Promise.allSettled(tasks.map(({ run }) => gate(run)));
  const begun = () => tasks.map(({ hasBegun }) => hasBegun());
  expect(begun()).toEqual([true, true, false, false]);
  tasks[1]!.reject(new Error("no"));
  await settled();
  expect(begun()).toEqual([true, true, true, false]);
  for (const { resolve } of tasks) resolve("done");
  expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(begun()).toEqual([true, true, true, true]);
});

test("whoever finds the queue full is refused, and takes nobody's place", async () => {
  const gate = createGate(1, (waiting) => {
    if (waiting >= 1) throw new Error("full");
  });
  const [first, second, third] = [task(), task(), task()];
  const results = [gate(first.run), gate(second.run)];
  expect(await gate(third.run).catch((error: Error) => error.message)).toBe("full");
  first.resolve("one");
  second.resolve("two");
  expect(await Promise.all(results)).toEqual(["one", "two"]);
  expect(third.hasBegun()).toBe(false);
  third.resolve("three");
  expect(await gate(third.run)).toBe("three");
});
