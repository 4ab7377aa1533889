import { expect, test } from "bun:test";
import { patchObject } from "./patch-object";

const account = { name: "ana", quotas: { maxDiskQuota: 5 }, aliases: { "0": { name: "a" } }, groups: { "a/b": true } };

test("pointers reach into an object and names replace a whole property", () => {
  const after = patchObject(account, {
    "quotas/maxDiskQuota": 9,
    "aliases/0/name": "b",
    "groups/a~1b": null,
    name: "bo",
  });
  expect(after).toEqual({ name: "bo", quotas: { maxDiskQuota: 9 }, aliases: { "0": { name: "b" } }, groups: {} });
  expect(account.quotas.maxDiskQuota).toBe(5);
});

test("a pointer that leads nowhere, or at the prototype, is refused", () => {
  for (const pointer of ["none/of/this", "quotas//x", "name/x", "__proto__/polluted", "quotas/constructor"])
    expect(() => patchObject(account, { [pointer]: 1 })).toThrow("invalidPatch");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
