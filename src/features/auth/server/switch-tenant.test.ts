import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { freshMs } from "~/server/trpc";
import { sessions, tenants, users } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { absoluteLifetimeMs } from "~/server/refresh-session";
import { testPerson } from "./security/testing-person";
import { switchTenant } from "./switch-tenant";

const { services, owner } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };

/** A person who is an owner of one tenant and a viewer of a second one. */
async function inTwoTenants() {
  const [here, there] = [await testPerson(timed), await testPerson(timed)];
  const { personId } = await here.as(async (ctx) => ctx.actor);
  await inScope(services.db, { tenantId: there.tenantId }, (tx) =>
    tx.insert(users).values({ tenantId: there.tenantId, personId, role: "viewer" }),
  );
  return { ...here, other: there.tenantId, personId };
}

test("a person goes from one of their tenants to another, with the role that they have there", async () => {
  const { browser, other, tenantId } = await inTwoTenants();
  const before = browser.copy();
  const me = await browser.visit((ctx) => switchTenant(ctx, { tenantId: other }));
  expect([me.tenant.id, me.member.role, me.tenants.length]).toEqual([other, "viewer", 2]);
  expect(await browser.visit((ctx) => ctx.member?.tenantId as string)).toBe(other);
  expect(await before.visit((ctx) => ctx.member)).toBeNull();
  expect((await auditedActions(services, other)).at(-1)).toBe("session.start");
  expect((await auditedActions(services, tenantId)).at(-1)).toBe("session.end");
});

test("V7.3.2 it proves nothing anew: neither freshness nor a longer session is won by it", async () => {
  const { browser, other } = await inTwoTenants();
  const at = await browser.visit((ctx) => ctx.member!.authenticatedAt.getTime());
  clock += freshMs + 1000;
  await browser.visit((ctx) => switchTenant(ctx, { tenantId: other }));
  const session = await browser.visit((ctx) => ctx.member!);
  expect(Math.abs(session.authenticatedAt.getTime() - at)).toBeLessThan(1000);
  const [row] = await owner.select().from(sessions).where(eq(sessions.id, session.sessionId));
  expect(row!.expiresAt.getTime()).toBeLessThanOrEqual(at + absoluteLifetimeMs + 1000);
});

test("a tenant that is another's, that nobody has or that is suspended is not gone to", async () => {
  const { browser, other, tenantId } = await inTwoTenants();
  const go = (id: string) => refusalOf(browser.visit((ctx) => switchTenant(ctx, { tenantId: id })));
  expect(await go(Bun.randomUUIDv7())).toBe("tenant.not_found");
  expect(await go((await testPerson(timed)).tenantId)).toBe("tenant.not_found");
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, other));
  expect(await go(other)).toBe("tenant.suspended");
  expect(await browser.visit((ctx) => ctx.member?.tenantId as string)).toBe(tenantId);
});
