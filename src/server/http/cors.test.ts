import { expect, test } from "bun:test";
import { testServices } from "../testing";
import { createAnswer } from "./answer";

const { services, kv } = await testServices();
const friend = "https://app.example.org";
const renderPage = async () => new Response("<p>page</p>", { headers: { "content-type": "text/html" } });
const answering = (corsOrigins: string[]) => {
  const platform = { ...services.platform, corsOrigins };
  const floodLimit = { max: 1000, windowSeconds: 60 };
  return createAnswer({
    services: { ...services, platform },
    kv,
    renderPage,
    staticFile: async () => null,
    floodLimit,
  });
};
const [closed, open] = [answering([]), answering([friend])];
const ask = (
  answer: typeof open,
  origin: string | undefined,
  { path = "/api/v1/domains", method = "GET", ...headers }: Record<string, string> = {},
) => {
  const from = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", ...(origin ? { origin } : {}) };
  return answer(new Request(`http://localhost:3000${path}`, { method, headers: { ...from, ...headers } }), "127.0.0.1");
};
const corsOf = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith("access-control-"));
const strangers = [
  ...[
    "https://evil.test",
    "null",
    "https://app.example.org.evil.test",
    "http://app.example.org",
    "https://example.org",
  ],
  ...["https://app.example.org:8443", "https://xapp.example.org", "https://APP.example.org", "file://", "*"],
];
type How = Record<string, string>;
const preflight: How = { method: "OPTIONS", "access-control-request-method": "POST" };

test("V3.4.2 no other site may read what we answer, unless the operator named it", async () => {
  for (const origin of [...strangers, friend])
    for (const how of [
      {},
      preflight,
      { authorization: "Bearer dmt_x" },
      { path: "/api/trpc/auth.me" },
      { path: "/" },
    ] as How[])
      expect([origin, how, corsOf(await ask(closed, origin, how))]).toEqual([origin, how, []]);
  for (const origin of strangers)
    for (const how of [{}, preflight, { authorization: "Bearer dmt_x" }] as How[]) {
      const response = await ask(open, origin, how);
      expect([origin, response.status, corsOf(response)]).toEqual([origin, 403, []]);
    }
});

test("V3.4.2 a named site may call the REST API and nothing else, and is never told to send cookies", async () => {
  const allowed = await ask(open, friend, preflight);
  expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, friend]);
  expect(allowed.headers.get("access-control-allow-headers")).toBe("authorization, content-type, idempotency-key");
  expect(allowed.headers.get("vary")).toContain("Origin");
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  for (const path of ["/api/trpc/auth.me", "/mail/attachments/abc", "/api/v1", "/api/v10/domains"]) {
    const response = await ask(open, friend, { path });
    expect([path, response.status >= 400, corsOf(response)]).toEqual([path, true, []]);
  }
});

test("V3.4.2 a named site's call needs a token; a cookie that comes along counts for nothing", async () => {
  const cookie = { cookie: "dm=1; dm_refresh=2" };
  for (const method of ["GET", "POST"]) {
    const response = await ask(open, friend, { method, ...cookie });
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
  }
  const signIn = await ask(open, friend, { method: "POST", path: "/api/v1/auth/login", "content-length": "2" });
  expect([signIn.status, signIn.headers.getSetCookie()]).toEqual([401, []]);
  const withToken = await ask(open, friend, { authorization: "Bearer dmt_unknown", ...cookie });
  expect([withToken.status, withToken.headers.get("access-control-allow-origin")]).toEqual([401, friend]);
});

test("caches keep the answer to one site apart from that to another", async () => {
  for (const origin of [undefined, "https://evil.test", friend])
    expect((await ask(open, origin)).headers.get("vary")).toContain("Origin");
});
