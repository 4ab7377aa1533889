import { expect, test } from "bun:test";
import { createConcurrencyGate } from "./concurrency-gate";
import { Problem } from "./problem";

test("one account's fifth request at once is refused with the limit's name, another's is not, and room comes back", async () => {
  const gate = createConcurrencyGate("maxConcurrentRequests", 4);
  const { promise: wait, resolve: release } = Promise.withResolvers<void>();
  const running = Array.from({ length: 4 }, () => gate.run("f", () => wait));
  const refusal = await gate.run("f", async () => null).catch((error: unknown) => error);
  if (!(refusal instanceof Problem)) throw new Error("not refused");
  expect(refusal.toResponse().status).toBe(400);
  expect(await refusal.toResponse().json()).toMatchObject({
    type: "urn:ietf:params:jmap:error:limit",
    limit: "maxConcurrentRequests",
  });
  expect(await gate.run("g", async () => "served")).toBe("served");
  release();
  await Promise.all(running);
  const failing = gate.run("f", () => Promise.reject(new Error("failed"))).catch((error: Error) => error.message);
  expect(await failing).toBe("failed");
  expect(await Promise.all(Array.from({ length: 4 }, () => gate.run("f", async () => 1)))).toEqual([1, 1, 1, 1]);
});
