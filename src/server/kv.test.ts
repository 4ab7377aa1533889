import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { AppError } from "~/lib/errors";
import { until } from "~/lib/testing-until";
import { pageTopics } from "./events";
import { createKv, type Kv } from "./kv";
import { createLog } from "./log";
import { createRateLimit } from "./rate-limit";
import { hasRedis, startTestRedis } from "./testing-redis";

setDefaultTimeout(30_000);

describe.skipIf(!hasRedis)("Redis", () => {
  const tenantId = Bun.randomUUIDv7();
  const logged: string[] = [];
  const log = createLog("test", "debug", (line) => void logged.push(line));
  const opened: Kv[] = [];
  const open = (at: { url: string; password: string }) => {
    const kv = createKv({ ...at, log });
    opened.push(kv);
    return kv;
  };
  afterAll(() => Promise.all(opened.map((kv) => kv.close())));

  const failureOf = (attempt: Promise<void>) =>
    attempt.then(
      () => "none",
      (error: unknown) => (error as AppError).key,
    );

  test("whatever one process says, pages of another hear, and garbage in between hurts nobody", async () => {
    const redis = await startTestRedis();
    const [web, worker] = [open(redis.at), open(redis.at)];
    const abort = new AbortController();
    const heard = new Set<string>();
    const hearing = (async () => {
      for await (const { topic, subjectId } of web.events.subscribe(tenantId, abort.signal))
        if (subjectId === "x") heard.add(topic);
    })();
    await web.check();
    for (const garbage of ["{", "null", '{"tenantId":1}']) await worker.redis!.publish("deftmail:page-events", garbage);
    await until(async () => {
      for (const topic of pageTopics) worker.events.publish({ tenantId, topic, subjectId: "x" });
      await worker.check();
      return heard.size === pageTopics.length;
    });
    abort.abort();
    await hearing;
    await redis.kill();
  });

  test("a limit holds over all processes, and without Redis it refuses instead of allowing", async () => {
    const redis = await startTestRedis();
    const stores = [open(redis.at), open(redis.at)] as const;
    await Promise.all(stores.map((kv) => kv.check()));
    const [one, other] = [createRateLimit(stores[0]), createRateLimit(stores[1])];
    expect(await failureOf(one("domain-check", "d"))).toBe("none");
    expect(await failureOf(other("domain-check", "d"))).toBe("request.too_many");
    await redis.kill();
    expect(await failureOf(one("domain-check", "another"))).toBe("service.unavailable");
  });

  test("a process stops in time although Redis is away", async () => {
    const redis = await startTestRedis();
    await redis.kill();
    const kv = open(redis.at);
    await expect(kv.check()).rejects.toThrow();
    const begun = Date.now();
    await kv.close();
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});
