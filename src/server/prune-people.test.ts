import { beforeAll, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, notices, people, personTokens, tenants } from "../../db/schema";
import { addDomain } from "../features/domains/server/add-domain";
import { signUp } from "../features/auth/server/sign-up";
import { confirmedPerson } from "../features/auth/server/testing-signed-up";
import { memberContext } from "./context";
import { prunePeople } from "./prune-people";
import { testServices } from "./testing";
import { testBrowser } from "./testing-browser";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const in8Days = { ...services, now: () => new Date(Date.now() + 8 * 86_400_000) };
const in6Days = { ...services, now: () => new Date(Date.now() + 6 * 86_400_000) };

async function unconfirmed(company: string) {
  const browser = testBrowser(services);
  const email = `${Bun.randomUUIDv7()}@people.example`;
  const me = await browser.visit((ctx) => signUp(ctx, { company, email, password: "a long walk at dusk" }));
  return { browser, email, tenantId: me.tenant.id };
}
const tenantIsThere = async (id: string) => (await owner.select().from(tenants).where(eq(tenants.id, id))).length === 1;
const personIsThere = async (email: string) =>
  (await owner.select().from(people).where(eq(people.email, email))).length === 1;

let idle: Awaited<ReturnType<typeof unconfirmed>>;
let busy: typeof idle;
let confirmed: Awaited<ReturnType<typeof confirmedPerson>>;
beforeAll(async () => {
  idle = await unconfirmed("Idle");
  busy = await unconfirmed("Busy");
  const { id } = await busy.browser.visit((ctx) => addDomain(memberContext(ctx), { name: "busy.test" }));
  await owner.update(domains).set({ provenAt: new Date() }).where(eq(domains.id, id));
  await idle.browser.visit((ctx) => addDomain(memberContext(ctx), { name: "idle.test" }));
  confirmed = await confirmedPerson(services, owner);
});

test("whoever has signed up has a week to confirm the address", async () => {
  await prunePeople(in6Days);
  expect([await personIsThere(idle.email), await tenantIsThere(idle.tenantId)]).toEqual([true, true]);
});

test("links that are over are removed, others stay", async () => {
  const fresh = await unconfirmed("Fresh");
  await prunePeople(services);
  expect((await owner.select().from(personTokens)).some(({ email }) => email === fresh.email)).toBe(true);
  await prunePeople(in6Days);
  expect(await owner.select().from(personTokens)).toEqual([]);
});

test("after that they and their tenant are gone, but not what the mail server knows of, nor anybody confirmed", async () => {
  await prunePeople(in8Days);
  const there = async ({ email, tenantId }: { email: string; tenantId: string }) => [
    await personIsThere(email),
    await tenantIsThere(tenantId),
  ];
  expect(await there(idle)).toEqual([false, false]);
  expect(await there(busy)).toEqual([true, true]);
  expect(await there({ email: confirmed.email, tenantId: confirmed.me.tenant.id })).toEqual([true, true]);
});

test("mail that is a day old, kept or never sent, is removed", async () => {
  await unconfirmed("Late");
  const before = (await owner.select().from(notices)).length;
  const [old] = await owner.select().from(notices).limit(1);
  await owner
    .update(notices)
    .set({ createdAt: new Date(Date.now() - 2 * 86_400_000) })
    .where(eq(notices.id, old!.id));
  await prunePeople(services);
  expect((await owner.select().from(notices)).length).toBe(before - 1);
});
