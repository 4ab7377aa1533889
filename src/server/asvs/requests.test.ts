import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { connect } from "node:net";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { signedInMember } from "../isolation/testing-signed-in";
import { cookieOf, testWeb } from "../isolation/testing-web";
import { tenantWithEverything } from "../isolation/testing-two-tenants";
import { createAnswer } from "../http/answer";
import { goodPassword } from "../expectations/testing-expectation";
import { testServices } from "../testing";

setDefaultTimeout(60_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const web = testWeb(services, world.kv);
const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
let cookie: string;
let secret: string;
beforeAll(async () => {
  const tenant = await tenantWithEverything({ ...world, services }, "requests.test");
  const { browser, ctx } = await signedInMember(services, "owner", tenant.ids.tenantId);
  cookie = cookieOf(browser.jar, tenant.mailBrowser.jar);
  const form = { name: "t", holder: "tenant" as const, scopes: ["domains:read" as const] };
  secret = (await createToken(ctx, { ...form, domainIds: null, networks: null, expiresInDays: 1 })).secret;
});

test("V4.2.5 paths, headers and cookies that are far too long are refused, and the next request is answered", async () => {
  const long = (length: number) => "a".repeat(length);
  for (const length of [8_000, 20_000, 64_000]) {
    const requests: [string, Record<string, string>][] = [
      [`/${long(length)}`, {}],
      [`/api/trpc/${long(length)}`, {}],
      [`/api/v1/domains/${long(length)}`, {}],
      ["/login", { "x-long": long(length) }],
      ["/login", { cookie: `dm=${long(length)}` }],
      ["/api/trpc/auth.me", { authorization: `Bearer ${long(length)}` }],
      ["/login", { "accept-language": `${long(length)},`.repeat(2) }],
    ];
    for (const [path, headers] of requests) {
      const status = await web.ask(path, { headers }).then(
        (response) => response.status,
        () => "closed",
      );
      expect([path.slice(0, 20), status === "closed" || Number(status) < 500]).toEqual([path.slice(0, 20), true]);
    }
    expect((await web.ask("/health/live")).status).toBe(200);
  }
});

/** What comes back for bytes that no client of ours would send. */
const raw = (bytes: string) =>
  new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(web.url).port), "127.0.0.1", () => socket.end(bytes));
    socket.on("data", (chunk) => (text += chunk));
    socket.on("close", () => resolve(text));
    socket.on("error", () => resolve(text));
  });

test("V4.2.1 a request whose length can be read in two ways is refused or closed, never read as two", async () => {
  const head = `POST /api/trpc/auth.signOut HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
  const smuggled = "GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n";
  for (const lengths of [
    "content-length: 4\r\ntransfer-encoding: chunked\r\n",
    "content-length: 0\r\ncontent-length: 44\r\n",
    "transfer-encoding: chunked, identity\r\n",
    "transfer-encoding : chunked\r\n",
    "content-length: +4\r\n",
    "content-length: -1\r\n",
  ]) {
    const answer = await raw(`${head}${lengths}\r\n0\r\n\r\n${smuggled}`);
    const answers = answer.match(/HTTP\/1\.1 \d+/g) ?? [];
    expect([lengths, answer.includes('"status":"ok"') && answers.length > 1 && answers[0] === "HTTP/1.1 200"]).toEqual([
      lengths,
      false,
    ]);
    expect([lengths, /HTTP\/1\.1 5/.test(answer)]).toEqual([lengths, false]);
  }
  expect((await web.ask("/health/live")).status).toBe(200);
});

test("V4.4.2 a stream is opened by our own pages alone, and by nobody who is not signed in", async () => {
  const open = (headers: Record<string, string>) =>
    web.ask("/api/trpc/live.events", { headers: { accept: "text/event-stream", ...headers } });
  for (const site of ["cross-site", "same-site"])
    expect((await open({ cookie, "sec-fetch-site": site, origin: "https://evil.test" })).status).toBe(403);
  // A stream has begun before its call can fail: the failure is its only event.
  const refused = await (await open({})).text();
  expect([refused.includes("auth.required"), refused.includes("tenantId")]).toEqual([true, false]);
  const own = await open({ cookie, "sec-fetch-site": "same-origin" });
  expect([own.status, own.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/event-stream")]);
  await own.body?.cancel();
});

test("V14.2.1 a token in an address lets nobody in: neither as a query nor as a path", async () => {
  const [access] = /(?<=dm=)[^;]+/.exec(cookie)!;
  for (const value of [access!, secret])
    for (const name of ["token", "access_token", "api_key", "authorization", "dm", "bearer"])
      for (const path of ["/api/v1/domains", "/api/trpc/auth.me", "/admin/users.csv", "/mail/attachments/x"]) {
        const { status } = await web.ask(`${path}?${name}=${encodeURIComponent(value)}`, {
          headers: { "sec-fetch-site": "same-origin" },
        });
        expect([path, name, status >= 400 || status === 303]).toEqual([path, name, true]);
      }
  expect((await web.ask("/api/v1/domains", { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
});

test("V4.1.3 nobody becomes another tenant, member or address by a header", async () => {
  const claims = [
    "x-tenant-id",
    "x-user-id",
    "x-member-id",
    "x-role",
    "x-forwarded-user",
    "x-real-ip",
    "x-original-url",
    "x-rewrite-url",
  ];
  const headers = Object.fromEntries(claims.map((name) => [name, "/admin"]));
  expect((await web.ask("/api/trpc/auth.me", { headers })).status).toBe(401);
  const plain = await (await web.ask("/api/trpc/auth.me", { headers: { cookie } })).text();
  expect(await (await web.ask("/api/trpc/auth.me", { headers: { cookie, ...headers } })).text()).toBe(plain);
});

test("V3.3.1 V3.3.2 V3.3.3 V3.3.4 every cookie is bound to this host and to https, hidden from scripts and from other sites", async () => {
  const origin = "https://mail.example.org";
  const platform = { ...services.platform, appUrl: origin, secureCookies: true };
  const answer = createAnswer({
    ...{ services: { ...services, platform }, kv: world.kv, staticFile: async () => null },
    ...{ floodLimit: { max: 1e6, windowSeconds: 60 }, renderPage: async () => new Response("<!doctype html>") },
  });
  const seen: string[] = [];
  const jar = new Map<string, string>();
  const post = async (path: string, body: unknown) => {
    const headers = { ...json, cookie: cookieOf(jar) };
    const response = await answer(
      new Request(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
      "192.0.2.7",
    );
    const text = await response.text();
    for (const header of response.headers.getSetCookie()) {
      seen.push(header);
      const { name, value } = Bun.Cookie.parse(header);
      jar.set(name, value);
      if (value.length > 20) expect([path, text.includes(value)]).toEqual([path, false]);
    }
    return response.status;
  };
  const account = { email: "cookies@a.example", password: goodPassword };
  const statuses = [
    await post("/api/trpc/auth.signUp", { company: "Acme", ...account }),
    await post("/api/trpc/auth.signOut", undefined),
    await post("/api/trpc/auth.signIn", account),
    await post("/api/trpc/auth.renew", undefined),
    await post("/api/trpc/auth.askPasskeyToSignIn", undefined),
    await post("/api/trpc/webmail.signIn", { address: "ana@requests.test", password: goodPassword }),
    await post("/api/trpc/webmail.signOut", undefined),
  ];
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200]);
  expect(new Set(seen.map((header) => header.split("=")[0])).size).toBeGreaterThanOrEqual(6);
  for (const header of seen) {
    const [pair, ...attributes] = header.toLowerCase().split(/; ?/);
    expect([pair!.split("=")[0], pair!.startsWith("__host-")]).toEqual([pair!.split("=")[0], true]);
    for (const wanted of ["secure", "httponly", "path=/"])
      expect([header, attributes.includes(wanted)]).toEqual([header, true]);
    expect([header, attributes.some((one) => /^samesite=(lax|strict)$/.test(one))]).toEqual([header, true]);
    expect([header, attributes.some((one) => one.startsWith("domain="))]).toEqual([header, false]);
  }
});
