import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { hashPassword } from "~/features/auth/server/password-hash";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { suspendUser } from "~/features/users/server/suspend-user";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { mailboxContext, memberContext, systemContext } from "~/server/context";
import { liveEvents } from "~/server/live";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people, tenants } from "../../../../../db/schema";
import { signIn } from "../sign-in";
import { sessionEngineKey } from "../session-engine-key";
import { browserOf } from "../team/testing-team";
import { resumeTenant } from "./resume-tenant";
import { suspendTenant } from "./suspend-tenant";
import { applyAll } from "./testing-tenant";

setDefaultTimeout(30_000);

const { services, owner: db } = await testServices();
const { ctx: owner, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = owner;
const { address } = await appliedUser(services, owner, domainId, "ana");
const ben = await appliedUser(services, owner, domainId, "ben");
const operator = systemContext(services, { script: "tenant:suspend" }, tenantId);
await db
  .update(people)
  .set({ passwordHash: await hashPassword(password) })
  .where(eq(people.id, owner.actor.personId));
const { email } = owner.actor;
const accessOf = async (of: string) => (await services.engine.directory.accounts.find(of))?.blocks;
const signInAgain = () => refusalOf(testBrowser(services).visit((ctx) => signIn(ctx, { email, password })));
const openMailbox = () => refusalOf(testBrowser(services).visit((ctx) => signInMailbox(ctx, { address, password })));

test("V6.3.4 V7.4.2 when a tenant is suspended everybody is out at once, on every way in, and is told why", async () => {
  const panel = await browserOf(services, owner);
  const webmail = testBrowser(services);
  await webmail.visit((ctx) => signInMailbox(ctx, { address, password }));
  const key = await webmail.visit((ctx) => sessionEngineKey(mailboxContext(ctx)));
  const stop = new AbortController();
  const stream = await panel.visit((ctx) => liveEvents(memberContext(ctx), stop.signal));
  const next = stream.next();
  await suspendTenant(operator, { reason: "unpaid" });
  let last = await next;
  while (!last.done && last.value.topic !== "session") last = await stream.next();
  expect(last.value).toMatchObject({ topic: "session" });
  stop.abort();
  expect(await panel.visit((ctx) => ctx.member)).toBeNull();
  expect(await webmail.visit((ctx) => ctx.mailbox)).toBeNull();
  expect(await refusalOf(services.engine.forUser(key).quota())).toBe("auth.required");
  expect(await signInAgain()).toBe("tenant.suspended");
  expect(await openMailbox()).toBe("user.suspended");
  await applyAll(services);
  expect([await accessOf(address), await accessOf(ben.address)]).toEqual([
    ["signIn", "send"],
    ["signIn", "send"],
  ]);
  expect(await auditedActions(services, tenantId)).toContain("tenant.suspend");
  const [row] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
  expect(row).toMatchObject({ state: "suspended", suspendedReason: "unpaid" });
});

test("when it is resumed all come back, but who was suspended by their own admin", async () => {
  await resumeTenant(operator);
  await suspendUser(owner, { userId: ben.id });
  await suspendTenant(operator, { reason: "again" });
  await resumeTenant(operator);
  await applyAll(services);
  expect([await accessOf(address), await accessOf(ben.address)]).toEqual([[], ["signIn", "send"]]);
  expect([await signInAgain(), await openMailbox()]).toEqual(["none", "none"]);
  expect(await auditedActions(services, tenantId)).toContain("tenant.resume");
});

test("a closed tenant is neither suspended nor resumed: it stays closed", async () => {
  await db.update(tenants).set({ state: "closed" }).where(eq(tenants.id, tenantId));
  expect(await refusalOf(suspendTenant(operator, { reason: "x" }))).toBe("tenant.closed");
  expect(await refusalOf(resumeTenant(operator))).toBe("tenant.closed");
});
