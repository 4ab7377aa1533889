import { expect, test } from "bun:test";
import { commentOf, effectOf, isAsPlanned, stepsOf } from "./change-steps";

const comment = commentOf("c1");
const record = (value: string, id?: string, more: object = {}) => ({
  ...{ name: "acme.test", type: "TXT", value, ttlSeconds: 300, ...(id ? { id } : {}), ...more },
});
const at = (value: string, id: string, more: object = {}) => ({ ...record(value), id, ...more });

test("one record in place of another is one step, what stands in the way goes first, what is new comes last", () => {
  const alias = { ...record("old.test", "r2"), name: "x.acme.test", type: "CNAME" };
  const steps = stepsOf({
    add: [record("new"), { ...record("text"), name: "x.acme.test" }],
    remove: [record("old", "r1"), alias],
  });
  expect(steps.map(({ did, record: { value } }) => [did, value])).toEqual([
    ["remove", "old.test"],
    ["replace", "new"],
    ["add", "text"],
  ]);
});

test("a step that was begun is known by what it left: done, not done, or changed by somebody else", () => {
  const add = { did: "add", record: record("new") } as const;
  expect(effectOf(add, [], comment)).toEqual({ is: "open" });
  expect(effectOf(add, [at("new", "r9", { comment })], comment)).toEqual({ is: "done", id: "r9" });
  expect(effectOf(add, [at("new", "r9")], comment)).toEqual({ is: "changed" });
  const replace = { did: "replace", record: record("new"), was: record("old", "r1") } as const;
  expect(effectOf(replace, [at("old", "r1")], comment)).toEqual({ is: "open" });
  expect(effectOf(replace, [at("new", "r1")], comment)).toEqual({ is: "done", id: "r1" });
  expect(effectOf(replace, [at("third", "r1")], comment)).toEqual({ is: "changed" });
  expect(effectOf(replace, [], comment)).toEqual({ is: "changed" });
  const remove = { did: "remove", record: record("old", "r1") } as const;
  expect(effectOf(remove, [], comment)).toEqual({ is: "done", id: null });
  expect(effectOf(remove, [at("old", "r1")], comment)).toEqual({ is: "open" });
  expect(effectOf(remove, [at("edited", "r1")], comment)).toEqual({ is: "changed" });
});

test("a zone counts as changed when anything at the plan's names came, went or was edited, and only then", () => {
  const plan = { add: [record("new")], remove: [record("old", "r1")], keep: [record("kept", "r2")] };
  const before = [at("old", "r1"), at("kept", "r2"), { ...at("192.0.2.1", "r3"), name: "www.acme.test" }];
  expect(isAsPlanned(plan, [], before)).toBe(true);
  expect(isAsPlanned(plan, [], [...before, at("surprise", "r4")])).toBe(false);
  expect(isAsPlanned(plan, [], before.slice(1))).toBe(false);
  expect(isAsPlanned(plan, [], [at("edited", "r1"), ...before.slice(1)])).toBe(false);
  expect(isAsPlanned(plan, [], [at("old", "r1"), at("kept", "r2", { isProxied: true })])).toBe(false);
  const done = [{ id: "r1", did: "replace", record: record("new"), was: record("old", "r1") } as const];
  expect(isAsPlanned(plan, done, [at("new", "r1"), at("kept", "r2")])).toBe(true);
  expect(isAsPlanned(plan, done, before)).toBe(false);
});
