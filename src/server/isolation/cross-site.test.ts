import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Ids } from "../expectations/testing-expectation";
import { restRoutes } from "../rest/rest-routes";
import { testServices } from "../testing";
import { expectations, procedures } from "../testing-expectations";
import { allRows } from "./testing-all-rows";
import { signedInMember } from "./testing-signed-in";
import { tenantWithEverything } from "./testing-two-tenants";
import { cookieOf, testWeb } from "./testing-web";

setDefaultTimeout(300_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const web = testWeb(services, world.kv);

/** A call that changes something when it comes from our own pages. */
type Door = { path: string; method: string; body: Record<string, unknown> };
let doors: Door[];
let cookie: string;
beforeAll(async () => {
  const tenant = await tenantWithEverything({ ...world, services }, "victim.test");
  const { browser } = await signedInMember(services, "owner", tenant.ids.tenantId);
  cookie = cookieOf(browser.jar, tenant.mailBrowser.jar);
  doors = [...Object.entries(procedures)].flatMap(([path, { _def }]) =>
    _def.type === "mutation" ? [{ method: "POST", path: `/api/trpc/${path}`, body: inputOf(path, tenant.ids) }] : [],
  );
  for (const { procedure, method, path } of restRoutes().filter(({ method: verb }) => verb !== "GET")) {
    const body = inputOf(procedure, tenant.ids);
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(body[name] ?? "x")));
    doors.push({ method, path: `/api/v1${filled}`, body });
  }
});
const inputOf = (path: string, ids: Ids) => expectations[path]?.input?.(ids) ?? {};

const evil = "https://evil.test";
const foreign = { "sec-fetch-site": "cross-site", origin: evil };
const json = { "content-type": "application/json" };
const asForm = (body: object, type: string): RequestInit["body"] => {
  if (type === "text/plain") return JSON.stringify(body);
  const fields = Object.entries(body).map(([name, value]) => [name, String(value)] as [string, string]);
  if (type.includes("urlencoded")) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const formTypes = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

/** What another site can make a browser send, and what it cannot but somebody might. */
const attacks: Record<string, (door: Door) => [string, RequestInit]> = {
  ...Object.fromEntries(
    formTypes.map((type) => [
      `a form of another site (${type})`,
      ({ path, body }: Door): [string, RequestInit] => [
        path,
        {
          ...{ method: "POST", body: asForm(body, type) },
          headers: { ...foreign, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
        },
      ],
    ]),
  ),
  "a form of another site in an old browser": ({ path, body }) => [
    path,
    { method: "POST", headers: { origin: evil, "content-type": "text/plain" }, body: JSON.stringify(body) },
  ],
  "a form in a sandboxed frame": ({ path, body }) => [
    path,
    { method: "POST", headers: { origin: "null", ...json }, body: JSON.stringify(body) },
  ],
  "a script of another site without CORS": ({ path, body }) => [
    path,
    {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { ...foreign, "sec-fetch-mode": "no-cors", "content-type": "text/plain" },
    },
  ],
  "a script of another site with CORS": ({ path, method, body }) => [
    path,
    { method, headers: { ...foreign, ...json, "sec-fetch-mode": "cors" }, body: JSON.stringify(body) },
  ],
  "a script of a neighbouring name": ({ path, method, body }) => [
    path,
    { method, headers: { ...json, "sec-fetch-site": "same-site" }, body: JSON.stringify(body) },
  ],
  "an origin that begins like ours": ({ path, method, body }) => [
    path,
    { method, headers: { ...json, origin: `${web.url}.evil.test` }, body: JSON.stringify(body) },
  ],
  "our name behind another scheme": ({ path, method, body }) => [
    path,
    { method, headers: { ...json, origin: web.url.replace("http:", "https:") }, body: JSON.stringify(body) },
  ],
  "neither Fetch Metadata nor an origin, but cookies": ({ path, method, body }) => [
    path,
    { method, headers: json, body: JSON.stringify(body) },
  ],
  "a form that calls itself another method": ({ path, method, body }) => [
    `${path}?_method=${method}`,
    { method: "POST", headers: { ...foreign, "x-http-method-override": method }, body: asForm(body, formTypes[1]!) },
  ],
};

for (const [what, attack] of Object.entries(attacks))
  test(`V3.5.1 nothing is changed by ${what}`, async () => {
    const before = await allRows(world.owner);
    const wrong: string[] = [];
    for (const door of doors) {
      const [path, init] = attack(door);
      const headers = { ...(init.headers as Record<string, string>), cookie };
      const { status } = await web.ask(path, { ...init, headers });
      if (status !== 403) wrong.push(`${door.method} ${door.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await allRows(world.owner)).toEqual(before);
  });

test("V3.5.3 nothing is changed by reading, not even by our own pages", async () => {
  const before = await allRows(world.owner);
  const wrong: string[] = [];
  const asked: Record<string, string>[] = [{}, { "sec-fetch-site": "same-origin" }, foreign];
  for (const { path, body, method } of doors)
    for (const verb of ["GET", "HEAD"])
      for (const more of asked) {
        const input = path.startsWith("/api/trpc/") ? `input=${encodeURIComponent(JSON.stringify(body))}` : "";
        const { status } = await web.ask(`${path}?${input}`, { method: verb, headers: { cookie, ...more } });
        const isRead = path.startsWith("/api/v1/") && status === 200 && restRoutes().some(isGetOf(path));
        // tRPC answers every HEAD with an empty 204.
        if ((status < 400 || status >= 500) && !isRead && verb === "GET")
          wrong.push(`${verb} ${method} ${path}: ${status}`);
      }
  expect(wrong).toEqual([]);
  expect(await allRows(world.owner)).toEqual(before);
});
const isGetOf = (path: string) => (route: { method: string; path: string }) =>
  route.method === "GET" && new RegExp(`^/api/v1${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);

test("V3.5.2 a body that is not JSON is taken by no door, whoever sends it", async () => {
  const before = await allRows(world.owner);
  const wrong: string[] = [];
  for (const { path, body } of doors.filter(({ body: fields }) => Object.keys(fields).length > 0))
    for (const type of formTypes) {
      const init = { method: "POST", body: asForm(body, type), headers: { cookie, "sec-fetch-site": "same-origin" } };
      const { status } = await web.ask(path, init);
      if (status < 400 || status >= 500) wrong.push(`${path} ${type}: ${status}`);
    }
  expect(wrong).toEqual([]);
  expect(await allRows(world.owner)).toEqual(before);
});

test("V3.5.1 a batch is refused as a single call is", async () => {
  const before = await allRows(world.owner);
  const path = "/api/trpc/auth.me,domains.add?batch=1";
  const body = JSON.stringify({ "1": { name: "batch.test" } });
  const { status } = await web.ask(path, { method: "POST", headers: { ...foreign, ...json, cookie }, body });
  expect(status).toBe(403);
  expect(await allRows(world.owner)).toEqual(before);
});

test("V3.5.8 attachments, exports and data cannot be embedded or read by another site", async () => {
  for (const path of [
    "/mail/attachments/x",
    "/admin/audit.csv",
    "/admin/users.csv",
    "/api/trpc/auth.me",
    "/api/v1/domains",
  ])
    for (const dest of ["image", "script", "iframe", "document", "empty"]) {
      const headers = { cookie, "sec-fetch-site": "cross-site", "sec-fetch-dest": dest };
      const response = await web.ask(path, { headers });
      expect([path, dest, response.status]).toEqual([path, dest, 403]);
      expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
});

test("V3.4.2 no origin but our own is told that it may read an answer", async () => {
  for (const origin of [evil, "null", `${web.url}.evil.test`, "https://app.localhost.evil.test", "http://localhost:1"])
    for (const path of ["/", "/login", "/api/trpc/auth.me", "/api/v1/domains", "/health/live"])
      for (const method of ["GET", "OPTIONS"]) {
        const preflight = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
        const { headers } = await web.ask(path, { method, headers: { origin, cookie, ...preflight } });
        const allowed = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
        expect([origin, path, method, allowed]).toEqual([origin, path, method, []]);
      }
});

test("our own pages do change something by the same calls, so that the tests above mean something", async () => {
  const before = await allRows(world.owner);
  const headers = { ...json, cookie, "sec-fetch-site": "same-origin", origin: web.url };
  const refused: string[] = [];
  for (const { path, method, body } of doors.filter(({ path: door }) => !/signOut|logout|leave/.test(door))) {
    const { status } = await web.ask(path, { method, headers, body: JSON.stringify(body) });
    if (status === 403 && !/team|transfer/.test(path)) refused.push(`${method} ${path}: ${status}`);
  }
  expect(refused.length).toBeLessThan(doors.length / 4);
  expect(await allRows(world.owner)).not.toEqual(before);
});
