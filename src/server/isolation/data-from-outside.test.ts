import { beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { createRedisGarbage, garbage } from "./testing-garbage";
import { type JobName, jobDefinitions } from "../../../jobs/definitions";
import { handlers } from "../../../jobs/handlers";
import { createRequestContext } from "../create-context";
import { createKv } from "../kv";
import { createRateLimit } from "../rate-limit";
import { sessionCookies } from "../session-cookies";
import { testServices } from "../testing";
import { answerOf, expectations } from "../testing-expectations";
import { hasRedis, startTestRedis } from "../testing-redis";
import { nobodysIds } from "../expectations/testing-expectation";
import { allRows } from "./testing-all-rows";
import { signedInMember } from "./testing-signed-in";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(60_000);

const world = await testServices();
const { services } = world;
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  ours = await tenantWithEverything(world, "ours.test");
  theirs = await tenantWithEverything(world, "theirs.test", canary);
});

test("V1.5.2 a job that names one tenant and another tenant's row does nothing to that row", async () => {
  const theirRows = () => allRows(world.owner, [theirs.ids.tenantId, theirs.ids.personId]);
  const before = await theirRows();
  const mixed: Partial<Record<JobName, Record<string, string>[]>> = {
    "dns-verification": [{ domainId: theirs.ids.domainId }],
    "dns-verification.due": [{ domainId: theirs.ids.domainId }],
    "limits.apply": [{ domainId: theirs.ids.domainId }],
    "guard.stop": [{ userId: theirs.ids.userId }],
    "dkim.rotate": [{ domainId: theirs.ids.domainId }],
    "dns.change": [
      { domainId: theirs.ids.domainId, changeId: theirs.ids.changeId },
      { domainId: ours.ids.domainId, changeId: theirs.ids.changeId },
    ],
    "engine.apply": [
      { kind: "domain", id: theirs.ids.domainId },
      { kind: "mail_user", id: theirs.ids.userId },
      { kind: "group", id: theirs.ids.groupId },
    ],
    "run.work": [{ runId: theirs.ids.runId }],
    "mailbox.reset-link": [{ userId: theirs.ids.userId, locale: "en" }],
    "group.posts": [{ groupId: theirs.ids.groupId }],
    "group.held-notice": [{ groupId: theirs.ids.groupId }],
    "outbox.settle": [{ userId: theirs.ids.userId }],
    "quota.warn": [{ userId: theirs.ids.userId }],
    "webhook.deliver": [{ webhookId: theirs.ids.webhookId }],
  };
  const named = Object.entries(jobDefinitions).filter(([, schema]) => Object.keys(schema.shape).length > 1);
  expect(Object.keys(mixed).toSorted()).toEqual(named.map(([name]) => name).toSorted());
  for (const [name, payloads] of Object.entries(mixed))
    for (const payload of payloads) {
      const whole = { tenantId: ours.ids.tenantId, ...payload };
      await handlers[name as "engine.apply"](whole as never, services).catch(() => {});
    }
  expect(await theirRows()).toEqual(before);
  expect(await answerOf(theirs.mail, "webmail.thread", { threadId: theirs.ids.threadId })).toContain(canary);
});

test("V1.5.2 cookies with garbage in them are nobody's, and harm nothing", async () => {
  const names = Object.values(sessionCookies).flatMap((kind) => Object.values(kind));
  const { browser } = await signedInMember(services, "owner");
  const real = [...browser.jar.values()];
  const bent = real.flatMap((value) => [
    value.slice(0, -1),
    `${value}x`,
    value.split(".").reverse().join("."),
    value.toUpperCase(),
  ]);
  for (const name of names)
    for (const value of [...garbage.filter((text) => !/[^\x20-\x7e]/.test(text)), ...bent, `.${"a".repeat(20_000)}.`]) {
      const request = new Request(services.platform.appUrl, {
        headers: { cookie: `${name}=${encodeURIComponent(value)}` },
      });
      const { context } = await createRequestContext(services, { request, ip: "192.0.2.7", requestId: "r" });
      expect([name, value.slice(0, 40), context.member, context.mailbox, context.token]).toEqual([
        ...[name, value.slice(0, 40), null, null, null],
      ]);
    }
});

test("V9.1.1 a token for a mailbox is none for the panel, whatever cookie it comes in, and the reverse", async () => {
  const { browser } = await signedInMember(services, "owner");
  const crossed: Record<string, string>[] = [
    { mail: browser.jar.get("dm")! },
    { mail_refresh: browser.jar.get("dm_refresh")! },
    { dm: theirs.mailBrowser.jar.get("mail")! },
    { dm_refresh: theirs.mailBrowser.jar.get("mail_refresh")! },
    { dm: browser.jar.get("dm_refresh")! },
    { dm_refresh: browser.jar.get("dm")! },
  ];
  for (const jar of crossed) {
    const cookie = Object.entries(jar)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    const request = new Request(services.platform.appUrl, { headers: { cookie } });
    const { context } = await createRequestContext(services, { request, ip: "192.0.2.7", requestId: "r" });
    expect([Object.keys(jar), context.member, context.mailbox]).toEqual([Object.keys(jar), null, null]);
  }
});

describe.skipIf(!hasRedis)("Redis", () => {
  test("V1.5.2 garbage in every key of Redis, and in what processes tell each other, makes nothing fail and lets nobody in", async () => {
    const redis = await startTestRedis();
    const kv = createKv({ ...redis.at, log: services.log });
    const limited = { ...services, events: kv.events, rateLimit: createRateLimit(kv) };
    await kv.check();
    const stranger = {
      ...limited,
      ...{ requestId: "r", ip: "192.0.2.7", userAgent: "", member: null, mailbox: null, token: null },
    };
    const context = { ...stranger, cookies: { get: () => undefined, set() {}, clear() {} } };
    const doors = ["auth.signIn", "auth.signUp", "auth.requestReset", "webmail.signIn"];
    for (const path of doors) await answerOf(context, path, expectations[path]!.input!(nobodysIds()));
    const keys = await kv.redis!.keys("*");
    expect(keys.length).toBeGreaterThan(3);
    for (const fill of createRedisGarbage(kv.redis!)) {
      for (const key of keys) await fill(key);
      for (const path of doors) {
        const input = expectations[path]!.input!(nobodysIds());
        const answer = await answerOf(context, path, path.endsWith("signIn") ? { ...input, password: "wrong" } : input);
        expect([path, /^error|^failure unexpected/.test(answer) ? answer : "as it should"]).toEqual([
          path,
          "as it should",
        ]);
        if (path.endsWith("signIn")) expect(answer).toStartWith("failure ");
      }
    }
    const { ctx } = await signedInMember(services, "owner");
    const page = new AbortController();
    const heard: unknown[] = [];
    const listening = (async () => {
      for await (const event of kv.events.subscribe(ctx.tenantId, page.signal)) heard.push(event);
    })();
    for (const text of garbage) await kv.redis!.publish("deftmail:page-events", text);
    await kv.redis!.publish("deftmail:page-events", JSON.stringify({ tenantId: theirs.ids.tenantId, topic: "user" }));
    kv.events.publish({ tenantId: ctx.tenantId, topic: "domain" });
    for (const end = Date.now() + 10_000; heard.length === 0 && Date.now() < end;) await Bun.sleep(5);
    page.abort();
    await listening;
    expect(heard).toEqual([expect.objectContaining({ topic: "domain", tenantId: ctx.tenantId })]);
    await kv.close();
    await redis.kill();
  });
});
