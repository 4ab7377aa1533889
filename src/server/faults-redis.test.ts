import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { until } from "../lib/testing-until";
import { createAccessTokens } from "./access-token";
import { createKv, type Kv } from "./kv";
import { createRateLimit } from "./rate-limit";
import { testServices } from "./testing";
import { hasRedis, startTestRedis } from "./testing-redis";
import { serve, webBrowser } from "./testing-web-browser";

setDefaultTimeout(60_000);

const { services } = await testServices();
const account = { email: "ana@acme.example", password: "a long walk at dusk" };

/** A web process: its own memory, its own connections, the shared store and database. */
function startProcess(redis: Awaited<ReturnType<typeof startTestRedis>>) {
  const accessTokens = createAccessTokens("a-secret-of-at-least-thirty-two-characters", 900);
  const heard: boolean[] = [];
  const kv: Kv = createKv({
    ...{ ...redis.at, log: services.log },
    onEvent: ({ topic, subjectId }) => void (topic === "session" && subjectId && accessTokens.drop(subjectId)),
    onHearing: (isHeard) => {
      heard.push(isHeard);
      accessTokens.hearing(isHeard);
    },
  });
  const own = { ...services, accessTokens, events: kv.events, rateLimit: createRateLimit(kv, services.log) };
  return { kv, heard, app: serve(own, kv) };
}

const redisTest = test.skipIf(!hasRedis);
const redis = await startTestRedis();
const processes = [startProcess(redis), startProcess(redis)];
afterAll(async () => {
  await Promise.all(processes.map(({ kv }) => kv.close()));
  await redis.kill();
});
const statusOf = async (browser: ReturnType<typeof webBrowser>) => (await browser.call("auth.me")).status;
/** The same cookies at the other process. */
const elsewhere = (browser: ReturnType<typeof webBrowser>) => {
  const other = webBrowser(processes[1]!.app.url);
  for (const [name, value] of browser.cookies()) other.cookies().set(name, value);
  return other;
};
const signIn = (input = account) => webBrowser(processes[0]!.app.url).call("auth.signIn", input);
const allHear = (isHeard: boolean) =>
  Promise.all(processes.map(({ heard }) => until(async () => heard.at(-1) === isHeard)));
const owner = webBrowser(processes[0]!.app.url);

beforeAll(async () => {
  if (!hasRedis) return;
  await allHear(true);
  await Promise.all(processes.map(({ kv }) => kv.check()));
  expect((await owner.call("auth.signUp", { company: "Acme", ...account })).status).toBe(200);
  await redis.kill();
  await allHear(false);
});

redisTest("V16.5.2 nobody is signed out, in no process, and a session goes on to be renewed", async () => {
  expect([await statusOf(owner), await statusOf(elsewhere(owner))]).toEqual([200, 200]);
  const renewing = elsewhere(owner);
  renewing.cookies().delete("dm");
  expect(await statusOf(renewing)).toBe(200);
  expect(renewing.cookies().get("dm")).toBeDefined();
  for (const [name, value] of renewing.cookies()) owner.cookies().set(name, value);
});

redisTest("V16.5.3 nobody is let in, and nothing that is limited is done: it is refused, not allowed", async () => {
  for (const attempt of [account, { ...account, password: "wrong" }]) {
    const begun = performance.now();
    expect(await signIn(attempt)).toMatchObject({ status: 503, failure: "service.unavailable" });
    expect(performance.now() - begun).toBeLessThan(2000);
  }
  const signUp = webBrowser(processes[0]!.app.url).call("auth.signUp", { company: "B", ...account });
  expect((await signUp).failure).toBe("service.unavailable");
  const forger = webBrowser(processes[0]!.app.url);
  forger.cookies().set("dm", `${owner.cookies().get("dm")!.slice(0, -4)}AAAA`);
  expect(await statusOf(forger)).toBe(401);
});

redisTest("V7.4.1 a session that ends now is over in every process soon after, although none hears of it", async () => {
  const [leaver, copy] = [owner.copy(), elsewhere(owner)];
  const token = copy.cookies().get("dm")!;
  expect((await leaver.call("auth.signOut", {})).status).toBe(200);
  const thief = owner.copy();
  expect(await statusOf(thief)).toBe(401);
  // The other process believes the token for ten seconds; then it looks the session up.
  processes[1]!.app.now = () => new Date(Date.now() + 11_000);
  expect([await statusOf(copy), copy.cookies().get("dm")]).toEqual([401, undefined]);
  expect(token).toBeDefined();
  processes[1]!.app.now = services.now;
});

redisTest("everything goes on within seconds when it is back, and tokens from before are looked up once", async () => {
  await redis.start();
  await allHear(true);
  const visitor = webBrowser(processes[0]!.app.url);
  await until(async () => (await visitor.call("auth.signIn", account)).status === 200);
  expect(await statusOf(elsewhere(visitor))).toBe(200);
  const copy = elsewhere(visitor);
  await visitor.call("auth.signOut", {});
  await until(async () => (await statusOf(copy)) === 401);
});

redisTest("a Redis that hangs instead of dying is given up on in time", async () => {
  const visitor = webBrowser(processes[0]!.app.url);
  await visitor.call("auth.signIn", account);
  redis.freeze();
  const begun = performance.now();
  expect([await statusOf(visitor), (await signIn()).status]).toEqual([200, 503]);
  expect(performance.now() - begun).toBeLessThan(8000);
  redis.thaw();
  await until(async () => (await signIn()).status === 200);
});
