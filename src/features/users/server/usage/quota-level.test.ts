import { expect, test } from "bun:test";
import { engineQuotaOf } from "./engine-quota";
import { quotaLevel } from "./quota-level";

test("a mailbox is warned of from 80, 90 and 100 percent of its quota", () => {
  const levels = [0, 79, 80, 89, 90, 99, 100, 250].map((used) => quotaLevel(used, 100));
  expect(levels).toEqual([0, 0, 80, 80, 90, 90, 100, 100]);
});

test("in a full pool no mailbox grows, and none is without end", () => {
  const user = { quotaBytes: 100, usedBytes: 40 };
  expect([engineQuotaOf(user, false), engineQuotaOf(user, true)]).toEqual([100, 40]);
  expect(engineQuotaOf({ ...user, usedBytes: 0 }, true)).toBe(1);
  expect(engineQuotaOf({ ...user, usedBytes: 140 }, true)).toBe(100);
});
