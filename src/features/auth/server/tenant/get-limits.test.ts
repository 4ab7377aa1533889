import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { domains, mailUsers, rateLimits, tenants } from "../../../../../db/schema";
import { dayOf, messagesCounter } from "~/server/plan-counter";
import { getLimits } from "./get-limits";

const { services, owner: db } = await testServices();
const { ctx } = await testMember(services);
const { tenantId } = ctx;
const [first, second] = await db
  .insert(domains)
  .values(["a.example", "b.example"].map((name) => ({ tenantId, name, proofToken: "x" })))
  .returning({ id: domains.id });
const mailbox = { tenantId, passwordHash: "-", quotaBytes: 1000 };
await db.insert(mailUsers).values([
  { ...mailbox, domainId: first!.id, localPart: "ana", address: "ana@a.example" },
  { ...mailbox, domainId: second!.id, localPart: "ben", address: "ben@b.example", state: "suspended" },
  { ...mailbox, domainId: second!.id, localPart: "old", address: "old@b.example", state: "deleted" },
]);
const day = dayOf(services.now());
await db.insert(rateLimits).values([
  { tenantId, name: messagesCounter, windowStart: day, count: 7 },
  { tenantId, name: messagesCounter, windowStart: new Date(day.getTime() - 86_400_000), count: 99 },
]);
const plan = { maxDomains: 3, maxMailUsers: 4, maxStorageBytes: 5000, maxMessagesPerDay: 60 };
await db.update(tenants).set(plan).where(eq(tenants.id, tenantId));

test("what counts is shown beside what the plan allows: no deleted mailboxes, no mail of yesterday", async () => {
  expect(await getLimits(ctx)).toEqual({
    ...{ domains: { used: 2, max: 3 }, users: { used: 2, max: 4 } },
    ...{ storage: { used: 2000, max: 5000 }, messages: { used: 7, max: 60 } },
  });
});

test("V8.4.1 a new tenant begins with nothing used, and another one's figures stay out of it", async () => {
  const limits = await getLimits((await testMember(services)).ctx);
  expect(Object.values(limits).map(({ used }) => used)).toEqual([0, 0, 0, 0]);
});

test("V8.2.1 a domain admin does not see the plan", async () => {
  const { ctx: keeper } = await joinTenant(services, tenantId, "domain_admin", []);
  expect(await refusalOf(getLimits(keeper))).toBe("auth.role_too_low");
});
