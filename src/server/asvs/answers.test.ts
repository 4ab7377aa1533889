import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnswer } from "../http/answer";
import { createStaticFiles } from "../http/static-files";
import { tenantWithEverything } from "../isolation/testing-two-tenants";
import { cookieOf } from "../isolation/testing-web";
import { signedInMember } from "../isolation/testing-signed-in";
import { testServices } from "../testing";

setDefaultTimeout(120_000);

const world = await testServices();
const origin = "https://mail.example.org";
const services = {
  ...world.services,
  rateLimit: async () => {},
  platform: { ...world.services.platform, appUrl: origin, secureCookies: true },
};
const files = mkdtempSync(join(tmpdir(), "answers-"));
afterAll(() => rmSync(files, { recursive: true, force: true }));
for (const name of ["a.js", "a.css", "a.svg", "a.png", "a.js.map", ".env", ".git/config", ".vite/manifest.json"])
  await Bun.write(join(files, name), `canary of ${name} ${" ".repeat(600)}`);

let pageFails = false;
const answer = createAnswer({
  ...{ services, kv: world.kv, staticFile: createStaticFiles(files), floodLimit: { max: 1e6, windowSeconds: 60 } },
  renderPage: async () => {
    if (pageFails) throw new Error("a reason of ours at /srv/secret/place.ts:12");
    return new Response("<!doctype html><p>page</p>", { headers: { "content-type": "text/html" } });
  },
});
const own = { "sec-fetch-site": "same-origin" };
const json = { ...own, "content-type": "application/json" };
let cookie = "";
const ask = (path: string, init: RequestInit = {}) =>
  answer(
    new Request(new URL(path, origin), { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } }),
    "192.0.2.7",
  );
const post = (path: string, body: unknown, headers: Record<string, string> = json) =>
  ask(path, { method: "POST", headers, body: JSON.stringify(body) });

/** One answer of every kind that there is, and its status. */
const kinds: Record<string, [() => Promise<Response>, number]> = {
  "a page": [() => ask("/login"), 200],
  "a page that fails": [
    async () => {
      pageFails = true;
      return ask("/login").finally(() => (pageFails = false));
    },
    500,
  ],
  "a page that is written to": [() => post("/login", {}), 405],
  "an answer of the API": [() => ask("/api/trpc/auth.me", { headers: own }), 200],
  "an answer of the REST API": [() => ask("/api/v1/domains", { headers: own }), 200],
  "a refusal of the API": [() => ask("/api/trpc/auth.me", { headers: { cookie: "" } }), 401],
  "a refusal of the REST API": [() => ask("/api/v1/domains", { headers: { cookie: "" } }), 401],
  "wrong input": [() => post("/api/trpc/domains.get", { domainId: "x" }), 405],
  "wrong input of the REST API": [() => post("/api/v1/domains", { name: 7 }), 400],
  "a call of another site": [() => post("/api/trpc/auth.signOut", {}, { "sec-fetch-site": "cross-site" }), 403],
  "an unknown path of the API": [() => ask("/api/v1/nothing"), 404],
  "a body that is too large": [() => post("/api/trpc/auth.signIn", "x", { ...json, "content-length": "9000000" }), 413],
  "another host": [() => answer(new Request("https://evil.test/"), "192.0.2.7"), 421],
  "a file": [() => ask("/a.js"), 200],
  "a picture": [() => ask("/a.png"), 200],
  "a frame for mail": [() => ask("/mail/frame"), 200],
  "an attachment that is not there": [() => ask("/mail/attachments/zzz", { headers: own }), 404],
  "a table to take along": [() => ask("/admin/users.csv", { headers: own }), 200],
  "a probe": [() => ask("/health/live"), 200],
};

beforeAll(async () => {
  const tenant = await tenantWithEverything({ ...world, services }, "answers.test");
  const { browser } = await signedInMember(services, "owner", tenant.ids.tenantId);
  cookie = cookieOf(
    ...[browser.jar, tenant.mailBrowser.jar].map(
      (jar) => new Map([...jar].map(([name, value]) => [name.startsWith("__Host-") ? name : `__Host-${name}`, value])),
    ),
  );
});

test("one answer of every kind is looked at below, each with the status that it should have", async () => {
  for (const [kind, [get, status]] of Object.entries(kinds))
    expect([kind, (await get()).status]).toEqual([kind, status]);
});

const headersOf: Record<string, [string, RegExp]> = {
  "V3.4.1 browsers stay on https for a year and more": [
    "strict-transport-security",
    /^max-age=(3[2-9]|[4-9]\d)\d{6}; includeSubDomains/,
  ],
  "V3.4.4 no answer is taken for another type than it says": ["x-content-type-options", /^nosniff$/],
  "V3.4.5 no address of ours is told to other sites": ["referrer-policy", /^(no-referrer|same-origin)$/],
  "V3.4.6 no other site can frame an answer": ["content-security-policy", /frame-ancestors '(none|self)'/],
  "V3.4.8 no page shares its window with other sites": ["cross-origin-opener-policy", /^same-origin$/],
  "V3.2.1 no answer but a page can run as one": [
    "content-security-policy",
    /(script-src 'nonce-)|(default-src 'none')/,
  ],
};
for (const [name, [header, expected]] of Object.entries(headersOf))
  test(`${name}, whatever the answer`, async () => {
    for (const [kind, [get]] of Object.entries(kinds)) {
      const value = (await get()).headers.get(header) ?? "none";
      expect([kind, expected.test(value) ? "as it should" : value]).toEqual([kind, "as it should"]);
    }
  });

test("V3.4.3 only scripts of a page's own number run, and the number is new each time", async () => {
  const policies = await Promise.all([ask("/login"), ask("/login"), ask("/admin")]);
  const texts = policies.map(({ headers }) => headers.get("content-security-policy")!);
  expect(new Set(texts.map((text) => /'nonce-([\w-]{20,})'/.exec(text)?.[1])).size).toBe(3);
  for (const text of texts) {
    const scripts = /script-src ([^;]*)/.exec(text)![1]!;
    expect(scripts).not.toMatch(/unsafe-|https?:|\*|data:|blob:/);
    expect(text).toContain("object-src 'none'");
    expect(text).toContain("base-uri 'none'");
    expect(text).toContain("form-action 'self'");
  }
});

test("V4.1.1 every answer with a body says its type, and texts their encoding", async () => {
  for (const [kind, [get]] of Object.entries(kinds)) {
    const response = await get();
    const [type, hasBody] = [response.headers.get("content-type") ?? "", (await response.text()).length > 0];
    const isRight =
      !hasBody || /^application\/(json|problem\+json)|^image\/|^text\/\w+; ?charset=utf-8(?:;|$)/i.test(type);
    expect([kind, isRight ? "right" : type]).toEqual([kind, "right"]);
  }
});

test("V14.3.2 nothing but built files is kept by anybody on the way", async () => {
  for (const [kind, [get]] of Object.entries(kinds))
    if (!["a file", "a picture"].includes(kind)) {
      const policy = (await get()).headers.get("cache-control");
      expect([kind, kind === "a frame for mail" ? "no-store" : policy]).toEqual([kind, "no-store"]);
    }
});

test("V13.4.2 V13.4.5 neither source maps, nor hidden files, nor what developers use is served", async () => {
  const paths = [
    ...["/a.js.map", "/.env", "/.git/config", "/.git/HEAD", "/.vite/manifest.json", "/%2egit/config", "/..%2f.env"],
    ...[
      "/a.js/../.env",
      "/package.json",
      "/bun.lock",
      "/src/server/env.ts",
      "/metrics",
      "/debug",
      "/_server",
      "/@fs/x",
    ],
    ...[
      "/@vite/client",
      "/__inspect",
      "/api/trpc",
      "/api/panel",
      "/trpc-playground",
      "/.well-known/x.map",
      "/server-status",
    ],
  ];
  for (const path of paths) {
    const response = await ask(path);
    const text = await response.text();
    expect([path, text.includes("canary of"), text.includes("deftmail_app")]).toEqual([path, false, false]);
    // What is no file is a page of ours that says so.
    expect([path, response.ok && !response.headers.get("content-type")?.startsWith("text/html")]).toEqual([
      path,
      false,
    ]);
  }
});

test("V16.5.1 what goes wrong is said in one sentence, and nothing of how we are built", async () => {
  for (const [kind, [get]] of Object.entries(kinds)) {
    const text = await (await get()).text();
    expect([kind, /a reason of ours|\.ts:\d+|node_modules|at async|drizzle|postgres/i.test(text)]).toEqual([
      kind,
      false,
    ]);
  }
});

test("V4.2.1 methods that nobody needs are refused", async () => {
  for (const method of ["OPTIONS", "PROPFIND", "PATCH", "DELETE", "PUT"])
    for (const path of ["/login", "/api/trpc/auth.me", "/admin/users.csv", "/mail/attachments/x"]) {
      const { status } = await ask(path, { method, headers: own });
      expect([method, path, status >= 400 && status < 500]).toEqual([method, path, true]);
    }
});
