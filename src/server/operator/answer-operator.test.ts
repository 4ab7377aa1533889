import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { jobs } from "../../../db/schema";
import { createAnswer } from "../http/answer";
import { testMember, testServices } from "../testing";
import { keyMs, mintOperator, stayMs } from "./operator-key";

const { services, kv, owner, logged } = await testServices();
const floodLimit = { max: 1000, windowSeconds: 60 };
const renderPage = async () => new Response("page");
let now = new Date();
const clocked = { ...services, now: () => now };
const answer = createAnswer({ services: clocked, kv, renderPage, staticFile: async () => null, floodLimit });
const origin = "http://localhost:3000";
const ask = (path: string, init: RequestInit = {}) => answer(new Request(origin + path, init), "127.0.0.1");
const post = (path: string, fields: Record<string, string>, cookie = "") =>
  ask(path, {
    ...{ method: "POST", body: new URLSearchParams(fields), redirect: "manual" },
    headers: { cookie, origin, "content-length": String(new URLSearchParams(fields).toString().length) },
  });

async function enter(): Promise<string> {
  const entered = await post("/operator/enter", { key: mintOperator(services.secretBox, "key", now) });
  expect(entered.status).toBe(303);
  const cookie = entered.headers.get("set-cookie")!;
  expect(cookie).toContain("HttpOnly; SameSite=Strict");
  return cookie.split(";")[0]!;
}

async function addDeadJob(lastError = "the engine said <no>"): Promise<string> {
  const payload = { tenantId: Bun.randomUUIDv7(), kind: "mail_user", id: Bun.randomUUIDv7() };
  const [row] = await owner
    .insert(jobs)
    .values({ name: "engine.apply", key: payload.id, payload, state: "dead", lastError, finishedAt: new Date() })
    .returning();
  return row!.id;
}

beforeEach(async () => {
  now = new Date();
  await owner.delete(jobs);
});

test("whoever has no key learns nothing, and may neither look nor act", async () => {
  const id = await addDeadJob();
  for (const cookie of ["", "operator=x", `operator=${mintOperator(services.secretBox, "key", now)}`]) {
    const page = await (await ask("/operator", { headers: { cookie } })).text();
    expect(page).toContain("bun run operator:key");
    expect(page).not.toContain("engine.apply");
    expect((await post("/operator/retry", { id }, cookie)).status).toBe(303);
  }
  const [job] = await owner.select().from(jobs).where(eq(jobs.id, id));
  expect(job!.state).toBe("dead");
  expect((await post("/operator/enter", { key: "not a key" })).status).toBe(403);
});

test("a key is good for ten minutes, and staying for an hour", async () => {
  const key = mintOperator(services.secretBox, "key", now);
  const cookie = await enter();
  now = new Date(now.getTime() + keyMs + 1);
  expect((await post("/operator/enter", { key })).status).toBe(403);
  expect(await (await ask("/operator", { headers: { cookie } })).text()).toContain("Operation");
  now = new Date(now.getTime() + stayMs);
  expect(await (await ask("/operator", { headers: { cookie } })).text()).toContain("operator:key");
});

test("the page says what was given up and why, without letting the reason become markup, and has it done again", async () => {
  const id = await addDeadJob();
  const cookie = await enter();
  const page = await ask("/operator", { headers: { cookie } });
  const text = await page.text();
  expect(text).toContain("the engine said &lt;no&gt;");
  expect(text).toContain("Something needs a look");
  const nonce = /style nonce="([\w-]+)"/.exec(text)![1]!;
  expect(page.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
  const done = await post("/operator/retry", { id }, cookie);
  expect(done.headers.get("location")).toBe("/operator?retried=1");
  const [job] = await owner.select().from(jobs).where(eq(jobs.id, id));
  expect(job).toMatchObject({ state: "pending", attempts: 0, finishedAt: null });
});

test("work that was asked for again meanwhile is not done twice", async () => {
  const id = await addDeadJob();
  const [dead] = await owner.select().from(jobs).where(eq(jobs.id, id));
  await owner.insert(jobs).values({ name: dead!.name, key: dead!.key, payload: dead!.payload });
  const cookie = await enter();
  expect((await post("/operator/retry", {}, cookie)).headers.get("location")).toBe("/operator?retried=0");
  const states = (await owner.select().from(jobs)).map(({ state }) => state).toSorted();
  expect(states).toEqual(["done", "pending"]);
});

test("the page names no tenant, no person and no secret, in any language", async () => {
  const { ctx } = await testMember(services);
  const cookie = await enter();
  for (const language of ["en", "de"]) {
    const text = await (await ask("/operator", { headers: { cookie, "accept-language": language } })).text();
    expect(text).toContain(`<html lang="${language}"`);
    expect(text).not.toContain(ctx.tenantId);
    expect(text.split("</style>")[1]).not.toMatch(/\{\w+\}/);
  }
  expect(logged.join("\n")).not.toContain(cookie.split("=")[1]!);
}, 20_000);

test("another site cannot have anything done", async () => {
  const cookie = await enter();
  const headers = { cookie, origin: "https://evil.test", "sec-fetch-site": "cross-site" };
  const body = new URLSearchParams({});
  expect((await ask("/operator/retry", { method: "POST", headers, body })).status).toBe(403);
});
