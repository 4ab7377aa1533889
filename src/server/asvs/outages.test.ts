import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { openDatabase } from "../../../db/client";
import { createEngine } from "../../engine/create-engine";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { goodPassword, nobodysIds } from "../expectations/testing-expectation";
import { createAnswer } from "../http/answer";
import { signedInMember } from "../isolation/testing-signed-in";
import { tenantWithEverything } from "../isolation/testing-two-tenants";
import { cookieOf } from "../isolation/testing-web";
import { createKv } from "../kv";
import { createRateLimit } from "../rate-limit";
import type { Services } from "../services";
import { testServices } from "../testing";
import { expectations, procedures } from "../testing-expectations";

setDefaultTimeout(120_000);

const world = await testServices();
const dead = openDatabase({ url: "postgres://nobody:nothing@127.0.0.1:1/none", poolSize: 2 });
// A pool that has ended refuses at once, as one does whose server is gone for longer.
await dead.close();
const noRedis = createKv({ url: "redis://127.0.0.1:1", log: world.services.log });
afterAll(() => noRedis.close());

const webOf = (changed: Partial<Services>) => {
  const services = { ...world.services, rateLimit: async () => {}, ...changed };
  const answer = createAnswer({
    ...{ services, kv: world.kv, staticFile: async () => null, floodLimit: { max: 1e6, windowSeconds: 60 } },
    renderPage: async () => new Response("<!doctype html>"),
  });
  return (path: string, headers: Record<string, string>, body: unknown) => {
    const isRead = procedures[path]!._def.type === "query";
    const input = body === undefined ? "" : JSON.stringify(body);
    const url = `http://localhost:3000/api/trpc/${path}${isRead && input ? `?input=${encodeURIComponent(input)}` : ""}`;
    const all = { "sec-fetch-site": "same-origin", "content-type": "application/json", ...headers };
    return answer(
      new Request(url, isRead ? { headers: all } : { method: "POST", headers: all, body: input }),
      "192.0.2.7",
    );
  };
};
const rows = Object.entries(expectations).filter(([path]) => procedures[path]!._def.type !== "subscription");
const closed = rows.filter(([, { who }]) => who !== "anyone");
/** Nothing of how we are built, nor where. */
const tellsTooMuch = /\.ts[:"]|node_modules|ECONN|127\.0\.0\.1:1|postgres|drizzle|redis|stack|at async/i;

let member: Map<string, string>;
let mailbox: Map<string, string>;
let bearer: string;
beforeAll(async () => {
  const tenant = await tenantWithEverything(world, "outage.test");
  const { browser, ctx } = await signedInMember(world.services, "owner", tenant.ids.tenantId);
  const form = { name: "t", holder: "tenant" as const, scopes: ["domains:read" as const] };
  bearer = (await createToken(ctx, { ...form, domainIds: null, networks: null, expiresInDays: 1 })).secret;
  [member, mailbox] = [browser.jar, tenant.mailBrowser.jar];
});
const without = (jar: Map<string, string>, name: string) => new Map([...jar].filter(([key]) => key !== name));

test("V16.5.2 without the database no session is renewed and no token believed: every call is told to come back", async () => {
  const ask = webOf({ db: dead });
  const cookie = cookieOf(without(member, "dm"), without(mailbox, "mail"));
  for (const [path, { input }] of rows)
    for (const headers of [{ cookie }, { authorization: `Bearer ${bearer}` }] as Record<string, string>[]) {
      const response = await ask(path, headers, input?.(nobodysIds()));
      expect([path, response.status, tellsTooMuch.test(await response.text())]).toEqual([path, 503, false]);
    }
});

test("V16.5.2 without the database a session that is still believed gets nothing that is not there", async () => {
  const ask = webOf({ db: dead });
  const cookie = cookieOf(member, mailbox);
  for (const [path, { input }] of closed) {
    const response = await ask(path, { cookie }, input?.(nobodysIds()));
    const text = await response.text();
    // What needs no row, such as a question for a fresh proof, or mail, which is asked of the engine.
    const isHarmless = response.status < 500;
    expect([path, isHarmless || response.status === 503, tellsTooMuch.test(text)]).toEqual([path, true, false]);
    if (response.status === 200 && !path.startsWith("webmail."))
      expect([path, text.length]).toEqual([path, expect.any(Number)]);
  }
});

test("V16.5.2 without the store of limits nobody signs in, signs up or asks for a new password", async () => {
  const ask = webOf({ rateLimit: createRateLimit(noRedis) });
  const limited = ["auth.signIn", "auth.signUp", "auth.requestReset", "webmail.signIn"];
  for (const path of limited) {
    const response = await ask(path, {}, expectations[path]!.input!(nobodysIds()));
    expect([path, response.status, tellsTooMuch.test(await response.text())]).toEqual([path, 503, false]);
  }
});

test("V16.5.3 without the mail server the panel reads, mail says so, and nothing is let in that was not before", async () => {
  const ask = webOf({ engine: createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } }) });
  expect((await ask("domains.list", { cookie: cookieOf(member) }, {})).status).toBe(200);
  for (const [path, { who, input }] of rows) {
    if (who !== "mailbox") continue;
    const response = await ask(path, { cookie: cookieOf(mailbox) }, input?.(nobodysIds()));
    const text = await response.text();
    expect([path, response.status < 500 || [503, 504].includes(response.status), tellsTooMuch.test(text)]).toEqual([
      path,
      true,
      false,
    ]);
  }
  const stranger = await ask("webmail.overview", {}, {});
  expect(stranger.status).toBe(401);
  const signIn = await ask("webmail.signIn", {}, { address: "ana@outage.test", password: goodPassword });
  expect([401, 503]).toContain(signIn.status);
});

test("V16.5.4 whatever a page throws is answered in one sentence, and the process goes on", async () => {
  for (const thrown of [
    new Error("secret at /srv/x.ts:1"),
    "a text",
    null,
    undefined,
    { a: 1 },
    new AggregateError([new Error("x")]),
  ]) {
    const answer = createAnswer({
      ...{
        services: world.services,
        kv: world.kv,
        staticFile: async () => null,
        floodLimit: { max: 1e6, windowSeconds: 60 },
      },
      renderPage: () => Promise.reject(thrown),
    });
    const response = await answer(new Request("http://localhost:3000/login"), "192.0.2.7");
    expect([response.status, tellsTooMuch.test(await response.text())]).toEqual([500, false]);
    expect((await answer(new Request("http://localhost:3000/health/live"), "192.0.2.7")).status).toBe(200);
  }
});
