import { afterAll, beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { notices, people, sessions } from "../../db/schema";
import { signUp } from "../features/auth/server/sign-up";
import { createAnswer } from "./http/answer";
import { testServices } from "./testing";
import { testBrowser } from "./testing-browser";

const { services, owner, kv } = await testServices();
let clock = Date.now();
const timed = { ...services, now: () => new Date(clock), rateLimit: async () => {} };
const answer = createAnswer({
  ...{ services: timed, kv, renderPage: async () => new Response(""), staticFile: async () => null },
  floodLimit: { max: 10_000, windowSeconds: 60 },
});
const web = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request, "127.0.0.1") });
afterAll(() => web.stop(true));

type Tab = Record<string, string>;
let tab: Tab = {};
let personId = "";

beforeEach(async () => {
  const browser = testBrowser(timed);
  const email = `${Bun.randomUUIDv7()}@owner.example`;
  await browser.visit((ctx) => signUp(ctx, { company: "Acme", email, password: "a long walk at dusk" }));
  tab = Object.fromEntries(browser.jar);
  const confirmed = await owner
    .update(people)
    .set({ emailConfirmedAt: new Date() })
    .where(eq(people.email, email))
    .returning();
  personId = confirmed[0]!.id;
});

/** Asks over HTTP who is signed in, and keeps what cookies the answer sets in `into`. */
async function visit(cookies: Tab, into: Tab = {}): Promise<number> {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  const response = await fetch(`http://127.0.0.1:${web.port}/api/trpc/auth.me`, {
    headers: { cookie: cookie.join("; ") },
  });
  for (const header of response.headers.getSetCookie()) {
    const { name, value, maxAge } = Bun.Cookie.parse(header);
    if (maxAge === 0) delete into[name];
    else into[name] = value;
  }
  return response.status;
}
const sessionsLeft = async () => (await owner.select().from(sessions).where(eq(sessions.personId, personId))).length;
const letAccessExpire = () => void (clock += 16 * 60_000);

test("V10.4.5 two tabs that refresh at once both stay in", async () => {
  letAccessExpire();
  const [one, two] = [{ ...tab }, { ...tab }];
  expect(await Promise.all([visit(tab, one), visit(tab, two), visit(tab), visit(tab)])).toEqual([200, 200, 200, 200]);
  expect(one["dm_refresh"]).toBe(two["dm_refresh"]!);
  letAccessExpire();
  expect(await visit(one, one)).toBe(200);
});

test("V10.4.5 whoever did not receive the answer asks again and stays in", async () => {
  letAccessExpire();
  await visit(tab);
  clock += 5000;
  const again = { ...tab };
  expect(await visit(tab, again)).toBe(200);
  letAccessExpire();
  expect(await visit(again)).toBe(200);
});

test("V10.4.5 a token that comes back after a minute ends the session, and the person is told from where it came", async () => {
  letAccessExpire();
  const current = { ...tab };
  await visit(tab, current);
  clock += 60_000;
  expect(await visit({ dm_refresh: tab["dm_refresh"]! })).toBe(401);
  expect(await visit({ dm_refresh: current["dm_refresh"]! })).toBe(401);
  expect(await sessionsLeft()).toBe(0);
  const kept = await owner.select().from(notices).where(eq(notices.kind, "session_reuse"));
  expect(kept.length).toBe(1);
});

test("V10.4.5 a stolen token is recognised however many tokens ago it was valid", async () => {
  const stolen = tab["dm_refresh"]!;
  const current = { ...tab };
  for (let round = 0; round < 5; round++) {
    letAccessExpire();
    expect(await visit(current, current)).toBe(200);
  }
  expect(await visit({ dm_refresh: stolen })).toBe(401);
  expect(await sessionsLeft()).toBe(0);
});

test("nobody can end a session with a token that was made up", async () => {
  const [tenantId, id, secret, proof] = tab["dm_refresh"]!.split(".") as [string, string, string, string];
  const other = `${secret.startsWith("A") ? "B" : "A"}${secret.slice(1)}`;
  for (const token of [
    [tenantId, id, other, proof],
    [tenantId, id, secret, other],
    [id, tenantId, secret, proof],
    ["x"],
  ])
    expect(await visit({ dm_refresh: token.join(".") })).toBe(401);
  expect(await sessionsLeft()).toBe(1);
});

test("a burst of requests right after a refresh does not refresh again and again", async () => {
  letAccessExpire();
  const current = { ...tab };
  await visit(tab, current);
  const next = { ...current };
  expect(await visit({ dm_refresh: current["dm_refresh"]! }, next)).toBe(200);
  expect(next["dm_refresh"]).toBe(current["dm_refresh"]!);
});
