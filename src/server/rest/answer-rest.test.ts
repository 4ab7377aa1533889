import { expect, test } from "bun:test";
import { tenantWithDomain } from "~/features/users/server/testing-users";
import type { Context } from "../context";
import { anonymousContext, testServices } from "../testing";
import { answerRest } from "./answer-rest";

const { services } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "rest.test");
const { kind: _, ...member } = ctx.actor;
const signedIn: Context = { ...anonymousContext(services), member: { ...member, tenantId: ctx.tenantId } };
const json = { "content-type": "application/json" };

function ask(call: string, body?: unknown, { context = signedIn, headers = json as Record<string, string> } = {}) {
  const [method, path] = call.split(" ") as [string, string];
  const url = new URL(`http://localhost:3000/api/v1${path}`);
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  return answerRest(new Request(url, { method, headers, body: text }), url, context);
}
const read = async (answer: Promise<Response>) => {
  const response = await answer;
  const text = await response.text();
  return [response.status, text ? JSON.parse(text) : null] as const;
};

test("a list is asked for by query, page by page, and counts numbers as numbers", async () => {
  const [status, page] = await read(ask("GET /domains?limit=1"));
  expect([status, page.domains.length, page.domains[0].id]).toEqual([200, 1, domainId]);
  expect(await read(ask("GET /domains?limit=many"))).toMatchObject([
    400,
    { error: { key: "request.invalid", issues: [{ path: "limit" }] } },
  ]);
  expect((await ask("GET /domains?limit=1&limit=2")).status).toBe(400);
});

test("creating answers 201, starting something 202, and what has nothing to tell 204 without a body", async () => {
  const [status, domain] = await read(ask("POST /domains", { name: "more.test" }));
  expect([status, domain.name]).toEqual([201, "more.test"]);
  expect((await ask(`POST /domains/${domain.id}/verify`)).status).toBe(202);
  expect(await read(ask(`DELETE /domains/${domain.id}`))).toEqual([204, null]);
  expect(await read(ask(`GET /domains/${domain.id}`))).toEqual([
    404,
    { error: { key: "domain.not_found", message: "There is no such domain." } },
  ]);
});

test("a conflict is 409, also where something else must be done first", async () => {
  expect(await read(ask("POST /domains", { name: "rest.test" }))).toMatchObject([
    409,
    { error: { key: "domain.already_added" } },
  ]);
  const [, idle] = await read(ask("POST /domains", { name: "idle.test" }));
  const user = { domainId: idle.id, localPart: "ana", password: "a long walk at dusk", quotaBytes: 1024 ** 3 };
  expect(await read(ask("POST /users", user))).toMatchObject([409, { error: { key: "domain.not_active" } }]);
});

test("who has not signed in is told how to, with 401", async () => {
  const answer = await ask("GET /domains", undefined, { context: anonymousContext(services) });
  expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="DeftMail"']);
});

test("an unknown path is 404, and a method that is not offered 405 with those that are", async () => {
  expect(await read(ask("GET /nothing"))).toMatchObject([404, { error: { key: "request.not_found" } }]);
  const put = await ask("PUT /domains");
  expect([put.status, put.headers.get("allow")?.split(", ").toSorted()]).toEqual([405, ["GET", "POST"]]);
  expect((await ask("HEAD /domains")).status).toBe(200);
});

test("a body is JSON and says so; a field that stands in the path or is not known is refused", async () => {
  expect((await ask("POST /domains", '{"name":"x.test"}', { headers: { "content-type": "text/plain" } })).status).toBe(
    415,
  );
  for (const body of ["{", "[]", "null", '"x"']) expect((await ask("POST /domains", body)).status).toBe(400);
  expect((await ask(`PUT /users/${domainId}/password`, { userId: domainId, password: "x" })).status).toBe(400);
  expect((await ask("POST /domains", { name: "x.test", tenantId: domainId })).status).toBe(400);
  expect((await ask("GET /auth/me?role=owner")).status).toBe(400);
});

test("no query and no path makes it fail unexpectedly", async () => {
  const words = [
    "constructor",
    "__proto__",
    "toString",
    "%00",
    "%ff",
    "a%2Fb",
    "..%2f..",
    "'",
    "\u{1f600}",
    "x".repeat(700),
  ];
  for (const word of words)
    for (const call of [`GET /domains?${word}=1`, `GET /domains/${word}`, `GET /users?search=${word}`, `GET /${word}`])
      expect([call, (await ask(call)).status]).not.toEqual([call, 500]);
});

test("a switch in a query that is neither true nor false stays refused for every caller after a call by REST", async () => {
  await ask("GET /domains?limit=1");
  const { ListDomains } = await import("~/features/domains/schema");
  expect(ListDomains.safeParse({ limit: "1" }).success).toBe(false);
});

test("the document of the API is there for everybody, and is sent again only when it has changed", async () => {
  const context = anonymousContext(services);
  const first = await ask("GET /openapi.json", undefined, { context });
  expect([first.status, (await first.json()).openapi]).toEqual([200, "3.1.0"]);
  const headers = { "if-none-match": first.headers.get("etag")! };
  expect((await ask("GET /openapi.json", undefined, { context, headers })).status).toBe(304);
  expect((await ask("DELETE /openapi.json", undefined, { context })).status).toBe(405);
});
