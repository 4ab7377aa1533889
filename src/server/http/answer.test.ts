import { expect, test } from "bun:test";
import { createEngine } from "../../engine/create-engine";
import { testServices } from "../testing";
import { createAnswer } from "./answer";

const { services, kv, logged } = await testServices();
const renderPage = async () => new Response("<!doctype html><p>page</p>", { headers: { "content-type": "text/html" } });
const floodLimit = { max: 1000, windowSeconds: 60 };
const answer = createAnswer({ services, kv, renderPage, staticFile: async () => null, floodLimit });
const ask = (path: string, init?: RequestInit) =>
  answer(new Request(`http://localhost:3000${path}`, init), "127.0.0.1");

test("every page lets only its own scripts run, with a number used once", async () => {
  const policies = [await ask("/"), await ask("/")].map((page) => page.headers.get("content-security-policy")!);
  expect(policies[0]).toMatch(/script-src 'nonce-[\w-]{20,}' 'strict-dynamic'/);
  expect(policies[0]).not.toContain("unsafe-eval");
  expect(policies[0]!.split("style-src-attr")[0]).not.toContain("unsafe-inline");
  expect(policies[0]).not.toBe(policies[1]);
});

test("every kind of answer carries the protective headers", async () => {
  for (const path of [
    "/",
    "/api/trpc/auth.me",
    "/api/nothing",
    "/health/live",
    "/mail/frame",
    "/mail/attachments/abc",
  ]) {
    const { headers } = await ask(path);
    expect([path, headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual([
      path,
      "nosniff",
      "no-referrer",
    ]);
    expect([path, headers.get("content-security-policy")]).not.toEqual([path, null]);
  }
});

test("behind https every kind of answer, errors and refusals too, keeps browsers on https", async () => {
  const platform = { ...services.platform, appUrl: "https://mail.example.org", secureCookies: true };
  const failing = async (): Promise<Response> => Promise.reject(new Error("a reason of ours"));
  const secure = createAnswer({
    ...{ services: { ...services, platform }, kv, renderPage: failing, staticFile: async () => null, floodLimit },
  });
  for (const [url, status] of [
    ["http://mail.example.org/", 500],
    ["http://mail.example.org/api/trpc/auth.me", 401],
    ["http://mail.example.org/api/nothing", 404],
    ["http://mail.example.org/mail/frame", 200],
    ["http://10.0.0.1/health/live", 200],
    ["http://evil.test/", 421],
  ] as const) {
    const response = await secure(new Request(url), "127.0.0.1");
    const hsts = response.headers.get("strict-transport-security");
    expect([url, response.status, hsts]).toEqual([url, status, "max-age=63072000; includeSubDomains"]);
    expect(await response.text()).not.toContain("a reason of ours");
  }
});

test("pages, answers of the API and refusals are not kept by anybody on the way", async () => {
  for (const path of ["/", "/api/trpc/auth.me", "/api/nothing", "/health/live"])
    expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
  const foreign = await ask("/api/trpc/auth.me", { headers: { "sec-fetch-site": "cross-site" } });
  expect([foreign.status, foreign.headers.get("cache-control")]).toEqual([403, "no-store"]);
});

test("a name that a stranger points at us gets neither pages nor data, but a probe by address is answered", async () => {
  const by = (host: string, path: string) => answer(new Request(`http://${host}${path}`), "127.0.0.1");
  for (const path of ["/", "/login", "/api/trpc/auth.me"]) expect((await by("evil.test", path)).status).toBe(421);
  expect((await by("10.1.2.3:3000", "/health/live")).status).toBe(200);
});

test("a page is only read, and functions of the framework are not offered", async () => {
  const headers = { "content-length": "2" };
  expect((await ask("/login", { method: "POST", headers, body: "{}" })).status).toBe(405);
  expect((await ask("/_server?id=x")).status).toBe(404);
});

test("one request asks for a page's worth of calls, not for hundreds", async () => {
  const batch = (n: number) => ask(`/api/trpc/${Array(n).fill("auth.me").join(",")}?batch=1`);
  expect([(await batch(20)).status, (await batch(21)).status]).toEqual([401, 400]);
});

test("who has tried too often is told when to come back", async () => {
  const headers = { "content-type": "application/json" };
  const body = '{"email":"guess@b.example","password":"wrong"}';
  const tries = Array.from({ length: 11 }, () => ask("/api/trpc/auth.signIn", { method: "POST", headers, body }));
  const refused = (await Promise.all(tries)).find(({ status }) => status === 429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a form on another site changes nothing", async () => {
  const body = JSON.stringify({ company: "X", email: "x@x.example", password: "a long walk at dusk" });
  const headers = { "content-type": "text/plain", "sec-fetch-site": "cross-site" };
  expect((await ask("/api/trpc/auth.signUp", { method: "POST", body, headers })).status).toBe(403);
  expect((await ask("/api/trpc/auth.signOut")).status).toBe(405);
});

test("an unknown path of the API says so and tells nothing else", async () => {
  const response = await ask("/api/v1/secrets");
  expect([response.status, Object.keys(await response.json())]).toEqual([404, ["error"]]);
});

test("wrong input names the field and never shows how we are built", async () => {
  const headers = { "content-type": "application/json" };
  const response = await ask("/api/trpc/auth.signIn", { method: "POST", body: '{"email":"no","extra":1}', headers });
  const text = await response.text();
  expect(response.status).toBe(400);
  expect(text).toContain('"path":"email"');
  expect(text).not.toContain("stack");
});

test("readiness names what is missing while the process itself stays alive", async () => {
  expect((await ask("/health/ready")).status).toBe(200);
  const engine = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });
  const alone = createAnswer({
    services: { ...services, engine },
    kv,
    renderPage,
    staticFile: async () => null,
    floodLimit,
  });
  const ready = await alone(new Request("http://localhost:3000/health/ready"), "127.0.0.1");
  expect([ready.status, await ready.json()]).toMatchObject([503, { database: "ok", engine: "down" }]);
  expect((await alone(new Request("http://localhost:3000/health/live"), "127.0.0.1")).status).toBe(200);
});

test("neither passwords nor cookies are in the log", async () => {
  const headers = { "content-type": "application/json", cookie: "dm=cookie-canary; dm_refresh=refresh-canary" };
  await ask("/api/trpc/auth.signIn", {
    method: "POST",
    headers: { ...headers, origin: "http://localhost:3000" },
    body: '{"email":"a@b.example","password":"password-canary"}',
  });
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.filter((line) => line.includes("canary"))).toEqual([]);
});

test("a stranger who asks again and again is told to wait, and others are served", async () => {
  const limits = { max: 3, windowSeconds: 60 };
  const small = createAnswer({ services, kv, renderPage, staticFile: async () => null, floodLimit: limits });
  const from = (ip: string, path = "/login") => small(new Request(`http://localhost:3000${path}`), ip);
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await from("2001:db8::" + i)).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const refused = await from("2001:db8::9", "/api/trpc/auth.me");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await refused.json()).error.data.failure.key).toBe("request.too_many");
  expect((await from("2001:db8:0:1::1")).status).toBe(200);
  expect((await from("2001:db8::1", "/health/live")).status).toBe(200);
});
