import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { sessions, tenants, users } from "../../db/schema";
import { signIn } from "../features/auth/server/sign-in";
import { signUp } from "../features/auth/server/sign-up";
import type { Context } from "./context";
import { auditedActions, testServices } from "./testing";
import { testBrowser } from "./testing-browser";

const { services, owner, logged } = await testServices();
let clock = Date.now();
const timed = { ...services, now: () => new Date(clock) };
const minutes = (n: number) => n * 60_000;

let account = { email: "", password: "a long walk at dusk" };
let tenantId = "";
let browser = testBrowser(timed);

beforeEach(async () => {
  account = { ...account, email: `${Bun.randomUUIDv7()}@owner.example` };
  browser = testBrowser(timed);
  const rateLimit = async () => {};
  const me = await browser.visit((ctx) => signUp({ ...ctx, rateLimit }, { ...account, company: "Acme" }));
  tenantId = me.tenant.id;
});

const who = (ctx: Context) => ctx.member?.email ?? null;
const sessionRows = () => owner.select().from(sessions).where(eq(sessions.tenantId, tenantId));
/** The access token is over after 15 minutes; the refresh token behind it is not. */
const letAccessExpire = () => void (clock += minutes(16));

test("a visitor without cookies is nobody, and no cookie is set for them", async () => {
  const stranger = testBrowser(timed);
  expect(await stranger.visit(who)).toBeNull();
  expect([...stranger.jar]).toEqual([]);
});

test("a signed-in member is known without asking the database", async () => {
  const noDatabase = { ...timed, db: null as never };
  expect(await testBrowser(noDatabase, Object.fromEntries(browser.jar)).visit(who)).toBe(account.email);
});

test("an access token that was changed, or is another person's kind, lets nobody in", async () => {
  const token = browser.jar.get("dm")!;
  const [head, body] = token.split(".");
  const claims = JSON.parse(Buffer.from(body!, "base64url").toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, role: "owner", email: "x@y.example" })).toString("base64url");
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
  for (const dm of [`${head}.${forged}.${token.split(".")[2]}`, `${none}.${body}.`, "", "a.b.c", "%00"])
    expect(await testBrowser(timed, { dm }).visit(who)).toBeNull();
  expect(await testBrowser(timed, { mail: token }).visit((ctx) => ctx.mailbox)).toBeNull();
});

test("after the access token expired the session goes on with new tokens", async () => {
  const before = Object.fromEntries(browser.jar);
  letAccessExpire();
  expect(await browser.visit(who)).toBe(account.email);
  expect(browser.jar.get("dm")).not.toBe(before.dm);
  expect(browser.jar.get("dm_refresh")).not.toBe(before.dm_refresh);
});

test("two tabs that refresh at once both stay signed in, now and later", async () => {
  const tab = browser.copy();
  letAccessExpire();
  expect(await Promise.all([browser.visit(who), tab.visit(who)])).toEqual([account.email, account.email]);
  expect(tab.jar.get("dm_refresh")).toBe(browser.jar.get("dm_refresh")!);
  letAccessExpire();
  expect(await browser.visit(who)).toBe(account.email);
});

test("a browser whose refresh was answered into the void tries again and stays signed in", async () => {
  letAccessExpire();
  await browser.copy().visit(who);
  clock += 5000;
  expect(await browser.visit(who)).toBe(account.email);
  letAccessExpire();
  expect(await browser.visit(who)).toBe(account.email);
});

test("a refresh token that comes back later ends the session for everybody who holds it", async () => {
  const thief = browser.copy();
  letAccessExpire();
  await browser.visit(who);
  clock += 21_000;
  expect(await thief.visit(who)).toBeNull();
  expect([...thief.jar.keys()]).toEqual(["dm_device"]);
  expect(await browser.visit(who)).toBeNull();
  expect(await sessionRows()).toEqual([]);
  expect(await auditedActions(services, tenantId)).toContain("session.reuse");
});

test("a session that nobody used for a week is over", async () => {
  clock += 8 * 86_400_000;
  expect(await browser.visit(who)).toBeNull();
  expect([...browser.jar.keys()]).toEqual(["dm_device"]);
});

test("however often it is used, a session is over after thirty days", async () => {
  const seen: (string | null)[] = [];
  for (let day = 0; day <= 30; day++) {
    seen.push(await browser.visit(who));
    clock += 86_400_000;
  }
  expect(seen.slice(0, 30).every((email) => email === account.email)).toBe(true);
  expect(await browser.visit(who)).toBeNull();
});

test("a clock that was set back by two hours signs nobody out", async () => {
  clock -= minutes(120);
  expect(await browser.visit(who)).toBe(account.email);
});

test("a suspended tenant's members cannot go on, and can once it is active again and they sign in", async () => {
  const set = (state: "suspended" | "active") => owner.update(tenants).set({ state }).where(eq(tenants.id, tenantId));
  await set("suspended");
  letAccessExpire();
  expect(await browser.visit(who)).toBeNull();
  await set("active");
  await browser.visit((ctx) => signIn(ctx, account));
  expect(await browser.visit(who)).toBe(account.email);
});

test("a changed role counts from the next refresh on, and a removed member is out", async () => {
  await owner.update(users).set({ role: "viewer" }).where(eq(users.tenantId, tenantId));
  letAccessExpire();
  expect(await browser.visit((ctx) => ctx.member?.role)).toBe("viewer");
  await owner.delete(users).where(eq(users.tenantId, tenantId));
  letAccessExpire();
  expect(await browser.visit(who)).toBeNull();
});

test("while the database is away nobody is let in on an old token, and nobody loses one", async () => {
  const away = { ...timed, db: { transaction: () => Promise.reject(new Error("connection refused")) } as never };
  letAccessExpire();
  const tab = testBrowser(away, Object.fromEntries(browser.jar));
  const refusal = await tab.visit(who).catch((error: { key: string }) => error.key);
  expect(refusal).toBe("service.unavailable");
  expect(await browser.visit(who)).toBe(account.email);
});

test("on https the cookies are bound to the host, hidden from scripts and not sent across sites", async () => {
  const secure = { ...timed, platform: { ...timed.platform, secureCookies: true } };
  const visitor = testBrowser(secure);
  await visitor.visit((ctx) => signIn(ctx, account));
  expect([...visitor.jar.keys()].sort()).toEqual(["__Host-dm", "__Host-dm_device", "__Host-dm_refresh"]);
  for (const header of visitor.headers) {
    for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      expect(header).toContain(`; ${attribute}`);
    expect(header).not.toContain("Domain");
  }
  expect(await visitor.visit(who)).toBe(account.email);
  expect(await testBrowser(secure, { dm: visitor.jar.get("__Host-dm")! }).visit(who)).toBeNull();
});

test("refresh tokens are nowhere in the database or the log", async () => {
  letAccessExpire();
  await browser.visit(who);
  const token = browser.jar.get("dm_refresh")!;
  expect(JSON.stringify(await sessionRows())).not.toContain(token);
  expect(logged.join("")).not.toContain(token);
});
