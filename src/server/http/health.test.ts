import { expect, test } from "bun:test";
import { testServices } from "../testing";
import { createHealth } from "./health";

const { services, kv } = await testServices();

test("a hundred probes at once ask the database, the store and the engine once", async () => {
  let asked = 0;
  const counting = { ...kv, check: async () => void asked++ };
  const health = createHealth(services, counting);
  const answers = await Promise.all(Array.from({ length: 100 }, () => health("/health/ready")));
  expect([asked, ...new Set(answers.map((answer) => answer?.status))]).toEqual([1, 200]);
});

test("a probe says which part is missing and nothing else about it", async () => {
  const broken = { ...kv, check: () => Promise.reject(new Error("redis://:secret@10.0.0.9 refused")) };
  const answer = await createHealth(services, broken)("/health/ready");
  expect([answer?.status, await answer?.json()]).toEqual([
    503,
    { status: "unavailable", database: "ok", store: "down", engine: "ok" },
  ]);
});
