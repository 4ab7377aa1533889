import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { mailUsers, submissions, users, webhookDeliveries, webhooks } from "../../../db/schema";
import { activeDomain } from "../../features/domains/server/testing-domains";
import { addDomain } from "../../features/domains/server/add-domain";
import { removeDomain } from "../../features/domains/server/remove-domain";
import { appliedUser, gigabyte } from "../../features/users/server/testing-users";
import { removeUser } from "../../features/users/server/remove-user";
import { resumeUser } from "../../features/users/server/resume-user";
import { setQuota } from "../../features/users/server/set-quota";
import { suspendUser } from "../../features/users/server/suspend-user";
import { type WebhookBody, type WebhookEvent, webhookEventNames, webhookEvents } from "../../lib/webhook-events";
import { audit, type AuditEntry } from "../audit";
import { type Ctx, systemContext } from "../context";
import { joinTenant, testMember, testServices } from "../testing";
import { eventSources } from "./emit-audited";
import { emitQuota } from "./emit-quota";

const { services, owner: database } = await testServices();

async function listening(events: readonly string[] = webhookEventNames) {
  const { ctx } = await testMember(services);
  const hook = { tenantId: ctx.tenantId, url: "https://hooks.example.org/", events: [...events], sealedSecret: "-" };
  const [webhook] = await database.insert(webhooks).values(hook).returning();
  return { ctx, webhookId: webhook!.id };
}
const told = async ({ tenantId }: Ctx) =>
  (
    await database
      .select({ payload: webhookDeliveries.payload })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.tenantId, tenantId))
      .orderBy(webhookDeliveries.id)
  ).map(({ payload }) => payload as WebhookBody);

test("what happens to domains and users is told with their names and states, in the order in which it happened", async () => {
  const { ctx } = await listening();
  const { id: domainId, name } = await activeDomain(services, ctx, "told.test");
  const { id: userId, address } = await appliedUser(services, ctx, domainId, "ana");
  await setQuota(ctx, { userId, quotaBytes: 2 * gigabyte });
  await suspendUser(ctx, { userId });
  await resumeUser(ctx, { userId });
  await removeUser(ctx, { userId });
  await removeDomain(ctx, { domainId });
  const bodies = await told(ctx);
  const types = bodies.map(({ type }) => type);
  expect(types[0]).toBe("domain.created");
  expect(types.slice(types.indexOf("user.created"))).toEqual([
    ...["user.created", "user.updated", "user.suspended", "user.resumed", "user.removed", "domain.removed"],
  ]);
  const states = bodies
    .filter(({ type }) => type === "domain.updated")
    .map(({ data }) => [data["previousState"], data["state"]]);
  expect(states.at(-1)?.[1]).toBe("active");
  expect(states.every(([before, after]) => before !== after)).toBe(true);
  const suspended = bodies.find(({ type }) => type === "user.suspended");
  expect(suspended?.data).toMatchObject({ userId, domainId, address, state: "suspended", quotaBytes: 2 * gigabyte });
  expect(bodies.at(-1)?.data).toMatchObject({ domainId, name, state: "releasing", previousState: "active" });
  expect(JSON.stringify(bodies)).not.toMatch(/argon2|password|secret/i);
});

test("a claim that is given up is told by its name although nothing is left of it", async () => {
  const { ctx } = await listening(["domain.removed"]);
  const { id: domainId } = await addDomain(ctx, { name: "claim.test" });
  await removeDomain(ctx, { domainId });
  expect((await told(ctx)).map(({ data }) => data)).toEqual([
    { domainId, name: "claim.test", state: "removed", previousState: "pending_proof" },
  ]);
});

test("nothing is told when the change is undone, to a webhook that did not ask, or to another tenant", async () => {
  const { ctx } = await listening(["user.created"]);
  const { ctx: other } = await listening();
  const entry: AuditEntry = { action: "domain.add", subject: { type: "domain", id: Bun.randomUUIDv7() } };
  await ctx.tx((tx) => audit(tx, ctx, { ...entry, before: { name: "x.test" } }));
  const undone = other.tx(async (tx) => {
    await audit(tx, other, { ...entry, before: { name: "x.test" } });
    throw new Error("no");
  });
  expect(await undone.catch((error: Error) => error.message)).toBe("no");
  expect([await told(ctx), await told(other)]).toEqual([[], []]);
});

test("several webhooks that are told of one thing get the same id", async () => {
  const { ctx } = await listening(["domain.created"]);
  const second = {
    tenantId: ctx.tenantId,
    url: "https://two.example.org/",
    events: ["domain.created"],
    sealedSecret: "-",
  };
  await database.insert(webhooks).values(second);
  await addDomain(ctx, { name: "both.test" });
  const rows = await database.select().from(webhookDeliveries).where(eq(webhookDeliveries.tenantId, ctx.tenantId));
  expect([rows.length, new Set(rows.map(({ eventId }) => eventId)).size]).toEqual([2, 1]);
});

test("colleagues, policies, refused messages and full mailboxes are told as the examples say", async () => {
  const { ctx } = await listening();
  const job = systemContext(services, { job: "test" }, ctx.tenantId);
  const { ctx: colleague } = await joinTenant(services, ctx.tenantId, "admin");
  const { memberId, email } = colleague.actor;
  const write = (action: string, type: AuditEntry["subject"]["type"], id: string, before = {}) =>
    job.tx((tx) => audit(tx, job, { action, subject: { type, id }, before }));
  await write("member.join", "member", memberId);
  await write("member.set_role", "member", memberId);
  await database.delete(users).where(eq(users.id, memberId));
  await write("member.remove", "member", memberId, { email, role: "admin" });
  await write("auth.policy_set", "tenant", ctx.tenantId);
  const { id: domainId } = await addDomain(ctx, { name: "refused.test" });
  const person = { domainId, localPart: "ana", address: "ana@refused.test", displayName: "Ana", passwordHash: "-" };
  const [user] = await database
    .insert(mailUsers)
    .values({ ...person, tenantId: ctx.tenantId, quotaBytes: 1000 })
    .returning();
  const sent = { mailUserId: user!.id, idempotencyKey: "k", bodyHash: "h", messageId: `${user!.id}@x` };
  const [submission] = await database
    .insert(submissions)
    .values({ ...sent, tenantId: ctx.tenantId })
    .returning();
  await write("message.refused", "submission", submission!.id);
  const quota = { tenantId: ctx.tenantId, userId: user!.id, usedBytes: 950, percent: 90 as const, at: ctx.now() };
  await job.tx((tx) => emitQuota(tx, quota));
  const bodies = (await told(ctx)).filter(({ type }) => !type.startsWith("domain."));
  expect(bodies.map(({ type }) => type)).toEqual([
    ...["member.joined", "member.updated", "member.removed", "tenant.updated", "message.refused", "user.quota"],
  ]);
  for (const { type, data } of bodies)
    expect([type, Object.keys(data).sort()]).toEqual([type, Object.keys(webhookEvents[type as WebhookEvent]).sort()]);
  expect(bodies[2]?.data).toEqual({ memberId, email, role: "admin" });
  expect(bodies[5]?.data).toMatchObject({ usedBytes: 950, percent: 90 });
});

test("every event on the list can happen: its cause is written to the audit log somewhere", async () => {
  const sources = new Bun.Glob("src/{features,server}/**/*.ts");
  let text = "";
  for await (const path of sources.scan())
    if (!/\.test\.ts$|testing|emit-audited/.test(path)) text += await Bun.file(path).text();
  const isWritten = (action: string) =>
    text.includes(`"${action}"`) || text.includes(`\`${action.replace(/\.\w+$/, ".${state}")}\``);
  expect(Object.keys(eventSources).filter((action) => !isWritten(action))).toEqual([]);
  const caused = [...Object.values(eventSources).map(({ event }) => event), "user.quota", "message.bounced"];
  expect([...new Set(caused)].sort()).toEqual([...webhookEventNames].sort());
});

test("what is no event costs no statement, and an event that nobody asked for one", async () => {
  const { ctx } = await testMember(services);
  const statements = async (action: string) => {
    let count = 0;
    await ctx.tx(async (tx) => {
      const counting = new Proxy(tx, {
        get: (target, name, receiver) => {
          if (["insert", "select", "execute", "update"].includes(String(name))) count += 1;
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
      await audit(counting, ctx, { action, subject: { type: "domain", id: Bun.randomUUIDv7() }, after: { name: "x" } });
    });
    return count;
  };
  expect([await statements("domain.check"), await statements("domain.add")]).toEqual([1, 2]);
  const mine = and(eq(webhookDeliveries.tenantId, ctx.tenantId));
  expect(await database.select().from(webhookDeliveries).where(mine)).toEqual([]);
});
