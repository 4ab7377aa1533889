import { expect, setDefaultTimeout, test } from "bun:test";
import { createTenant } from "~/features/auth/server/create-tenant";
import { testServices } from "./testing";
import { serve, webBrowser } from "./testing-web-browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const app = serve(services, kv);
const password = "a long walk at dusk";

async function signedIn(email: string) {
  await createTenant(services, "test", { company: "Acme", email, password });
  const browser = webBrowser(app.url);
  expect((await browser.call("auth.signIn", { email, password })).status).toBe(200);
  return browser;
}
const [ana, bea] = [await signedIn("ana@acme.example"), await signedIn("bea@birch.example")];
const { data } = await ana.call("domains.add", { name: "acme.test" });
const domainId = (data as { id: string }).id;

const json = { "content-type": "application/json" };
const post = (path: string, body: object) => ({
  path,
  init: { method: "POST", headers: json, body: JSON.stringify(body) },
});
const search = (word: string) => ({
  path: `/api/trpc/users.list?input=${encodeURIComponent(JSON.stringify({ search: word }))}`,
});

/** What is limited, asked for again and again; no more than so often. */
const asked = {
  "signing in by the API": { ...post("/api/v1/auth/login", { email: "x@acme.example", password: "wrong" }), most: 11 },
  "signing in": { ...post("/api/trpc/auth.signIn", { email: "y@acme.example", password: "wrong" }), most: 11 },
  "asking for a new password": { ...post("/api/trpc/auth.requestReset", { email: "z@acme.example" }), most: 6 },
  "checking DNS": { ...post("/api/trpc/domains.check", { domainId }), most: 2 },
  searching: { ...search("ana"), most: 121 },
  "exporting the audit log": { path: "/admin/audit.csv", most: 31 },
} as Record<string, { path: string; init?: RequestInit; most: number }>;

for (const [what, { path, init, most }] of Object.entries(asked))
  test(`V2.4.1 ${what} too often is answered with 429 and when to come back`, async () => {
    let response = await ana.ask(path, init);
    let times = 1;
    for (; response.status !== 429 && times < most; times++) {
      await response.arrayBuffer();
      response = await ana.ask(path, init);
    }
    expect([what, response.status, times]).toEqual([what, 429, most]);
    const seconds = Number(response.headers.get("retry-after"));
    const { error } = (await response.json()) as {
      error: { key: string; message: string; retryAfterSeconds?: number };
    };
    expect([seconds > 0, error.key]).toEqual([true, "request.too_many"]);
    expect(error.message).toContain("Too many");
  });

test("V2.4.1 what one tenant has used up is there for another", async () => {
  const found = await bea.ask(search("bea").path);
  const exported = await bea.ask("/admin/audit.csv");
  expect([found.status, exported.status]).toEqual([200, 200]);
});

test("V2.4.1 signing up too often from one network is answered with 429, and from another it is not", async () => {
  const signUp = (n: number, ip: string) =>
    services.rateLimit("sign-up.ip", ip).then(
      () => n,
      () => 0,
    );
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => signUp(i + 1, "192.0.2.44")));
  expect([outcomes.filter(Boolean).length, await signUp(1, "192.0.2.45")]).toEqual([10, 1]);
});
