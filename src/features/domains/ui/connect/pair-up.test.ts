import { expect, test } from "bun:test";
import { pairUp } from "./pair-up";

const record = (name: string, type: string, value: string) => ({ name, type, value, isProxied: false });

test("one record in place of another is shown as one change", () => {
  const spf = record("a.test", "TXT", "new");
  const old = record("a.test", "TXT", "old");
  const mx = record("a.test", "MX", "10 old.test");
  const { added, changed, removed } = pairUp({ add: [spf, record("b.test", "TXT", "x")], remove: [mx, old] });
  expect(changed).toEqual([{ ...spf, was: old }]);
  expect(added.map(({ name }) => name)).toEqual(["b.test"]);
  expect(removed).toEqual([mx]);
});

test("two records that become one are a change and a removal", () => {
  const { changed, removed } = pairUp({
    add: [record("a.test", "TXT", "merged")],
    remove: [record("a.test", "TXT", "one"), record("a.test", "TXT", "two")],
  });
  expect([changed.length, removed.length]).toEqual([1, 1]);
});
