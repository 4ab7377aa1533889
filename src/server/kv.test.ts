import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { once } from "node:events";
import { createServer } from "node:net";
import Redis from "ioredis";
import type { AppError } from "~/lib/errors";
import { createKv, type Kv } from "./kv";
import { createLog } from "./log";
import { createRateLimit } from "./rate-limit";

setDefaultTimeout(30_000);

const password = "a-password-of-the-test";
const program = Bun.which("redis-server");
if (!program) console.log("Redis is not tested: there is no redis-server here.");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startRedis(port: number) {
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--requirepass", password];
  const child = Bun.spawn([program!, ...args], { stdout: "ignore", stderr: "ignore" });
  const client = new Redis({ port, password, retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on("error", () => {});
  await client.ping();
  client.disconnect();
  return { stop: () => (child.kill("SIGKILL"), child.exited) };
}

describe.skipIf(!program)("Redis", () => {
  const tenantId = Bun.randomUUIDv7();
  const logged: string[] = [];
  const log = createLog("test", "debug", (line) => void logged.push(line));
  const opened: Kv[] = [];
  const open = (port: number) => {
    const kv = createKv({ url: `redis://127.0.0.1:${port}`, password, log });
    opened.push(kv);
    return kv;
  };
  afterAll(() => Promise.all(opened.map((kv) => kv.close())));

  const failureOf = (attempt: Promise<void>) =>
    attempt.then(
      () => "none",
      (error: unknown) => (error as AppError).key,
    );

  test("what one process says, pages of another hear, and garbage in between hurts nobody", async () => {
    const port = await freePort();
    const redis = await startRedis(port);
    const [web, worker] = [open(port), open(port)];
    const abort = new AbortController();
    const heard = (async () => {
      for await (const event of web.events.subscribe(tenantId, abort.signal)) return event;
    })();
    await web.check();
    for (const garbage of ["{", "null", '{"tenantId":1}']) await worker.redis!.publish("deftmail:page-events", garbage);
    for (let i = 0; i < 100; i++) {
      worker.events.publish({ tenantId, topic: "domain", subjectId: "x" });
      if ((await Promise.race([heard, Bun.sleep(20)])) !== undefined) break;
    }
    expect(await heard).toEqual({ tenantId, topic: "domain", subjectId: "x" });
    await redis.stop();
  });

  test("a limit holds over all processes, and without Redis it refuses instead of allowing", async () => {
    const port = await freePort();
    const redis = await startRedis(port);
    const stores = [open(port), open(port)] as const;
    await Promise.all(stores.map((kv) => kv.check()));
    const [one, other] = [createRateLimit(stores[0]), createRateLimit(stores[1])];
    expect(await failureOf(one("domain-check", "d"))).toBe("none");
    expect(await failureOf(other("domain-check", "d"))).toBe("request.too_many");
    await redis.stop();
    expect(await failureOf(one("domain-check", "another"))).toBe("service.unavailable");
  });

  test("a process stops in time although Redis is away", async () => {
    const kv = open(await freePort());
    await expect(kv.check()).rejects.toThrow();
    const begun = Date.now();
    await kv.close();
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});
