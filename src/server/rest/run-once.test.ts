import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { appRouter } from "../../router";
import { apiTokens, domains, idempotencyKeys, tenants, users } from "../../../db/schema";
import type { Context } from "../context";
import { prune } from "../prune";
import { joinTenant, refusalOf, testMember, testServices } from "../testing";
import { testBrowser } from "../testing-browser";
import { createCallerFactory } from "../trpc";

const { services: present, owner: database } = await testServices();
let aheadMs = 0;
const services = { ...present, rateLimit: async () => {}, now: () => new Date(Date.now() + aheadMs) };
const callerOf = createCallerFactory(appRouter);
const newKey = () => Bun.randomUUIDv7();
let context: Context;
beforeEach(async () => {
  aheadMs = 0;
  ({ context } = await testMember(services));
});
const caller = (idempotencyKey: string, of = context) => callerOf({ ...of, ...{ idempotencyKey, now: services.now } });
const refusal = (attempt: Promise<unknown>) => refusalOf(attempt.catch((error: Error) => Promise.reject(error.cause)));
const token: { name: string; holder: "me"; scopes: "users:read"[] } = {
  name: "Deploy",
  holder: "me",
  scopes: ["users:read"],
};

test("the same call with the same key is done once and answered alike, down to a secret that is shown only once", async () => {
  const key = newKey();
  const first = await caller(key).auth.tokens.create(token);
  const again = await caller(key).auth.tokens.create({ scopes: token.scopes, holder: token.holder, name: token.name });
  expect(again).toEqual(first);
  const made = await database.select().from(apiTokens).where(eq(apiTokens.tenantId, context.member!.tenantId));
  expect(made.length).toBe(1);
  const kept = await database.select().from(idempotencyKeys);
  expect(JSON.stringify(kept)).not.toContain(first.secret);
});

test("V15.4.2 of twenty calls at once with one key one has an effect; the others are told to come again or get its answer", async () => {
  const key = newKey();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => refusal(caller(key).domains.add({ name: "once.test" }))),
  );
  expect(outcomes.filter((key) => key !== "request.in_progress" && key !== "none")).toEqual([]);
  expect(outcomes).toContain("none");
  const made = await database.select().from(domains).where(eq(domains.tenantId, context.member!.tenantId));
  expect(made.length).toBe(1);
  expect((await caller(key).domains.add({ name: "once.test" })).id).toBe(made[0]!.id);
});

test("another call under a used key is refused, and a key means nothing to another procedure or another member", async () => {
  const key = newKey();
  await caller(key).domains.add({ name: "first.test" });
  expect(await refusal(caller(key).domains.add({ name: "second.test" }))).toBe("request.key_reused");
  expect((await caller(key).auth.tokens.create(token)).token.name).toBe("Deploy");
  const colleague = (await joinTenant(services, context.member!.tenantId, "admin")).context;
  expect(await refusal(caller(key, colleague).domains.add({ name: "first.test" }))).toBe("domain.already_added");
});

test("a failure is not kept: the same key may try again", async () => {
  const key = newKey();
  const own = eq(tenants.id, context.member!.tenantId);
  await database.update(tenants).set({ maxDomains: 0 }).where(own);
  expect(await refusal(caller(key).domains.add({ name: "later.test" }))).toBe("tenant.limit_reached");
  await database.update(tenants).set({ maxDomains: 5 }).where(own);
  expect((await caller(key).domains.add({ name: "later.test" })).name).toBe("later.test");
});

test("V8.3.2 who has lost the right since is refused, not answered from what was kept", async () => {
  const key = newKey();
  await caller(key).domains.add({ name: "rights.test" });
  await database.update(users).set({ role: "viewer" }).where(eq(users.id, context.member!.memberId));
  const demoted = { ...context, member: { ...context.member!, role: "viewer" as const } };
  expect(await refusal(caller(key, demoted).domains.add({ name: "rights.test" }))).toBe("auth.role_too_low");
  const stale = { ...context, member: { ...context.member!, authenticatedAt: new Date(0) } };
  const made = await caller(key).auth.tokens.create(token);
  expect(await refusal(caller(key, stale).auth.tokens.create(token))).toBe("auth.reauth_required");
  await caller(key).auth.tokens.revoke({ tokenId: made.token.id });
  const { id: domainId } = await caller(newKey()).domains.add({ name: "stale.test" });
  await caller(key).domains.remove({ domainId });
  expect(await refusal(caller(key, stale).domains.remove({ domainId }))).toBe("auth.reauth_required");
});

test("a first call that died is done anew when its time is up, not before", async () => {
  const key = newKey();
  await caller(key).domains.add({ name: "died.test" });
  const isKey = eq(idempotencyKeys.tenantId, context.member!.tenantId);
  await database.update(idempotencyKeys).set({ sealedAnswer: null }).where(isKey);
  expect(await refusal(caller(key).domains.add({ name: "died.test" }))).toBe("request.in_progress");
  aheadMs = 121_000;
  expect(await refusal(caller(key).domains.add({ name: "died.test" }))).toBe("domain.already_added");
});

test("answers are forgotten after a day", async () => {
  const key = newKey();
  await caller(key).domains.add({ name: "day.test" });
  aheadMs = 86_400_000 + 1000;
  expect(await refusal(caller(key).domains.add({ name: "day.test" }))).toBe("domain.already_added");
  aheadMs = 0;
  await caller(newKey()).domains.add({ name: "old.test" });
  await database.update(idempotencyKeys).set({ createdAt: new Date(Date.now() - 90_000_000) });
  await prune(services);
  expect(await database.select().from(idempotencyKeys)).toEqual([]);
});

test("keys of another form are refused, and reading takes no notice of them", async () => {
  for (const key of ["", "short", "x".repeat(201), "sixteen letters ä", "sixteen letters\n"])
    expect(await refusal(caller(key).domains.add({ name: "form.test" }))).toBe("request.invalid");
  expect(await refusal(caller("short").domains.list({}))).toBe("none");
});

test("a sign-up whose answer got lost is answered again with its session, to nobody with another password or from elsewhere", async () => {
  const key = newKey();
  const signUp = { company: "Acme", email: "ada@acme.example", password: "a long walk at dusk" };
  const tenantOf = async (browser: ReturnType<typeof testBrowser>, input = signUp, ip = "192.0.2.7") =>
    browser.visit(async (visited) => {
      const me = await callerOf({ ...visited, idempotencyKey: key, ip }).auth.signUp(input);
      return me.tenant.id;
    });
  const first = await tenantOf(testBrowser(services));
  const browser = testBrowser(services);
  expect(await tenantOf(browser)).toBe(first);
  expect(await browser.visit(({ member }) => member?.tenantId as string | undefined)).toBe(first);
  expect(await refusal(tenantOf(testBrowser(services), { ...signUp, password: "a short run at dawn" }))).toBe(
    "request.key_reused",
  );
  expect(await tenantOf(testBrowser(services), signUp, "198.51.100.1")).not.toBe(first);
});
