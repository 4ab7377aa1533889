import { expect, test } from "bun:test";
import { createAnswer } from "~/server/http/answer";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const answer = createAnswer({
  ...{ services, kv, renderPage: async () => new Response(null, { status: 500 }), staticFile: async () => null },
  floodLimit: { max: 1000, windowSeconds: 60 },
});
const cookie = [...people.ana.browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");

function put(body: BodyInit | null, init: { headers?: Record<string, string>; query?: string; method?: string } = {}) {
  const { query = "name=a.txt&type=text/plain", method = "POST" } = init;
  const size = body === null ? 0 : new Blob([body as string]).size;
  const headers = { cookie, "sec-fetch-site": "same-origin", "content-length": String(size), ...init.headers };
  const url = `http://localhost:3000/mail/files?${query}`;
  return answer(new Request(url, { method, headers, ...(method === "POST" ? { body } : {}) }), "127.0.0.1");
}

test("whoever is signed in puts a file there and is told what it is known by", async () => {
  const response = await put("Hello.");
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ fileId: expect.any(String), name: "a.txt", type: "text/plain", size: 6 });
  const empty = await put(null, { query: `name=${encodeURIComponent("Leer & öde.txt")}` });
  expect(await empty.json()).toMatchObject({ name: "Leer & öde.txt", type: "application/octet-stream", size: 0 });
});

test("nobody else puts one there: no stranger, no page of another site", async () => {
  expect((await put("x", { headers: { cookie: "" } })).status).toBe(401);
  for (const site of ["cross-site", "same-site"])
    expect((await put("x", { headers: { "sec-fetch-site": site } })).status).toBe(403);
});

test("what is too large, of unknown length or without a name is refused, and says why", async () => {
  const key = async (response: Response) => ((await response.json()) as { error: { key: string } }).error.key;
  const announced = await put("x", { headers: { "content-length": "60000000" } });
  expect([announced.status, await key(announced)]).toEqual([413, "file.too_large"]);
  expect((await put("x", { headers: { "content-length": "75000001" } })).status).toBe(413);
  expect((await put("x", { headers: { "transfer-encoding": "chunked" } })).status).toBe(411);
  for (const query of ["type=text/plain", "name=a&other=b", `name=${"a".repeat(1001)}`])
    expect((await put("x", { query })).status).toBe(400);
});

test("files are put there, not read from there", async () => {
  const read = await put(null, { method: "GET" });
  expect([read.status, read.headers.get("allow")]).toEqual([405, "POST"]);
});
