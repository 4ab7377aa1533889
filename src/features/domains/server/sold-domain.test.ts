import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs, dnsRecords, domainAlerts, domains, mailUsers, sessions } from "../../../../db/schema";
import { type Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { publishZone, readZone } from "./dns/zone-files";
import { getDomain } from "./get-domain";
import { parkedName } from "./park-name";
import { removeDomain } from "./remove-domain";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();
const zoneDir = services.platform.trialZone?.dataDir ?? "";
const { directory } = services.engine;

const after = (days: number): Services => ({ ...services, now: () => new Date(Date.now() + days * 86_400_000) });
const look = (ctx: Ctx, domainId: string, days: number) => verifyDomain(asJob(after(days), ctx), { domainId });
const rowOf = async (domainId: string) => (await owner.select().from(domains).where(eq(domains.id, domainId)))[0];
const alertsOf = async (domainId: string) =>
  (await owner.select().from(domainAlerts).where(eq(domainAlerts.domainId, domainId)).orderBy(domainAlerts.id)).map(
    ({ kind }) => kind,
  );

/** A domain of one tenant with a mailbox in the engine, and somebody signed in to it. */
async function livedIn(name: string) {
  const { ctx } = await testMember(services);
  const domain = await activeDomain(services, ctx, name);
  const account = { displayName: "Ada", quotaBytes: 1_000_000, blocks: [] };
  const address = `ada@${name}`;
  const { accountId } = await directory.accounts.ensure({
    ...account,
    address,
    passwordHash: "$2b$10$abcdefghijklmnopqrstuuO1mzcQfP2lTZbQYKXWxS1YB5dGQf3vC",
  });
  const person = { localPart: "ada", address, passwordHash: "-", quotaBytes: 1_000_000, engineId: accountId };
  const ids = { tenantId: ctx.tenantId, domainId: domain.id };
  const [user] = await owner
    .insert(mailUsers)
    .values({ ...ids, ...person, appliedRevision: 1 })
    .returning();
  await owner.insert(sessions).values({
    ...{ tenantId: ctx.tenantId, kind: "mailbox", mailUserId: user!.id, tokenHash: Bun.randomUUIDv7() },
    ...{ expiresAt: new Date(Date.now() + 90 * 86_400_000), ip: "127.0.0.1", userAgent: "test" },
  } as typeof sessions.$inferInsert);
  return { ctx, domainId: domain.id, accountId, userId: user!.id };
}

/** Another tenant adds the name and publishes everything for it in place of what was there. */
async function boughtBy(name: string) {
  const { ctx } = await testMember(services);
  const { id: domainId } = await addDomain(ctx, { name });
  const { records } = await getDomain(ctx, { domainId });
  await publishZone(
    zoneDir,
    name,
    records.map(({ name: full, type, value }) => ({ name: full, type, value, ttlSeconds: 5 })),
  );
  return { ctx, domainId };
}

test("a domain that was sold comes to its new owner in a fortnight, empty, and the old one is frozen with all that is theirs", async () => {
  const old = await livedIn("sold.test");
  const buyer = await boughtBy("sold.test");
  await look(buyer.ctx, buyer.domainId, 0.5);
  const waiting = await getDomain(buyer.ctx, { domainId: buyer.domainId });
  expect(waiting.state).toBe("pending_proof");
  expect(waiting.records.find(({ id }) => id === "proof")).toMatchObject({ advice: { code: "proof_taken" } });

  await look(old.ctx, old.domainId, 0.5);
  expect(await alertsOf(old.domainId)).toContain("proof_missing");
  for (const days of [7.6, 14.6]) await look(old.ctx, old.domainId, days);
  expect((await rowOf(old.domainId))?.state).toBe("proof_lost");
  expect(await directory.accounts.find("ada@sold.test")).not.toBeNull();

  await look(buyer.ctx, buyer.domainId, 14.7);
  expect(await rowOf(old.domainId)).toMatchObject({
    state: "suspended",
    provenAt: null,
    frozenUntil: expect.any(Date),
  });
  expect((await rowOf(buyer.domainId))?.provenAt).not.toBeNull();
  expect((await rowOf(buyer.domainId))?.appliedRevision).toBeGreaterThan(0);
  expect(await owner.select().from(sessions).where(eq(sessions.mailUserId, old.userId))).toEqual([]);
  const [user] = await owner.select().from(mailUsers).where(eq(mailUsers.id, old.userId));
  expect(user?.address).toBe(`ada@${parkedName(old.domainId)}`);
  expect(await directory.accounts.find("ada@sold.test")).toBeNull();
  expect(await directory.accounts.find(`ada@${parkedName(old.domainId)}`)).toMatchObject({ accountId: old.accountId });

  const told = [
    await owner.select().from(dnsRecords).where(eq(dnsRecords.tenantId, buyer.ctx.tenantId)),
    await owner.select().from(auditLogs).where(eq(auditLogs.tenantId, buyer.ctx.tenantId)),
    await getDomain(buyer.ctx, { domainId: buyer.domainId }),
  ];
  const { domainId, userId, accountId } = old;
  for (const secret of [old.ctx.tenantId, domainId, userId, `"${accountId}"`, "ada@"])
    expect(JSON.stringify(told)).not.toContain(secret);

  await look(old.ctx, old.domainId, 44);
  expect(await rowOf(old.domainId)).toBeDefined();
  await look(old.ctx, old.domainId, 45);
  expect(await rowOf(old.domainId)).toBeUndefined();
  expect(await directory.domains.find(parkedName(old.domainId))).toBeNull();
  expect(await directory.domains.find("sold.test")).not.toBeNull();
});

test("whoever still shows the proof keeps the name, whatever others publish", async () => {
  const old = await livedIn("kept.test");
  const before = await readZone(zoneDir, "kept.test");
  const buyer = await boughtBy("kept.test");
  await publishZone(zoneDir, "kept.test", [...before, ...(await readZone(zoneDir, "kept.test"))]);
  for (const days of [1, 8, 15, 22, 29]) {
    await look(buyer.ctx, buyer.domainId, days);
    await look(old.ctx, old.domainId, days + 0.1);
  }
  expect((await rowOf(old.domainId))?.provenAt).not.toBeNull();
  expect((await getDomain(buyer.ctx, { domainId: buyer.domainId })).state).toBe("pending_proof");
});

test("a proof that is put back in time is as good as new, and its owner is told", async () => {
  const { ctx, domainId } = await livedIn("back.test");
  const whole = await readZone(zoneDir, "back.test");
  await publishZone(
    zoneDir,
    "back.test",
    whole.filter(({ name }) => !name.startsWith("_deftmail.")),
  );
  for (const days of [7.1, 14.2, 21.3]) await look(ctx, domainId, days);
  expect((await getDomain(ctx, { domainId })).state).toBe("proof_lost");
  await publishZone(zoneDir, "back.test", whole);
  await look(ctx, domainId, 22);
  expect((await getDomain(ctx, { domainId })).state).toBe("active");
  expect(await alertsOf(domainId)).toEqual(["proof_missing", "proof_lost", "recovered"]);
});

test("without a proof mail goes on for thirty days, and then no longer", async () => {
  const { ctx, domainId } = await livedIn("lapsed.test");
  const whole = await readZone(zoneDir, "lapsed.test");
  await publishZone(
    zoneDir,
    "lapsed.test",
    whole.filter(({ name }) => !name.startsWith("_deftmail.")),
  );
  for (const days of [7.1, 14.2, 21.3, 50]) await look(ctx, domainId, days);
  expect(await directory.accounts.find("ada@lapsed.test")).toMatchObject({ blocks: [] });
  await look(ctx, domainId, 51.5);
  expect(await rowOf(domainId)).toMatchObject({ state: "suspended", provenAt: null });
  expect(await directory.domains.find("lapsed.test")).toBeNull();
});

test("a frozen domain comes back with all that is in it when its proof does, and nobody has taken it", async () => {
  const { ctx, domainId, accountId } = await livedIn("regret.test");
  const whole = await readZone(zoneDir, "regret.test");
  const bare = whole.filter(({ name }) => !name.startsWith("_deftmail."));
  await publishZone(zoneDir, "regret.test", bare);
  for (const days of [7.1, 14.2, 21.3, 51.5, 52]) await look(ctx, domainId, days);
  expect(await rowOf(domainId)).toMatchObject({ state: "suspended", provenAt: null });
  await publishZone(zoneDir, "regret.test", whole);
  await look(ctx, domainId, 53);
  await look(ctx, domainId, 53.1);
  expect(await rowOf(domainId)).toMatchObject({ state: "active", frozenUntil: null, provenAt: expect.any(Date) });
  expect(await directory.accounts.find("ada@regret.test")).toMatchObject({ accountId });
  expect(await directory.domains.find(parkedName(domainId))).toBeNull();
  const people = await owner.select().from(mailUsers).where(eq(mailUsers.domainId, domainId));
  expect(people.map(({ address }) => address)).toEqual(["ada@regret.test"]);
});

test("a frozen domain without mailboxes can be given up at once, and leaves nothing in the engine", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "parting.test");
  const whole = await readZone(zoneDir, "parting.test");
  await publishZone(
    zoneDir,
    "parting.test",
    whole.filter(({ name }) => !name.startsWith("_deftmail.")),
  );
  for (const days of [7.1, 14.2, 21.3, 51.5, 52]) await look(ctx, domainId, days);
  expect(await directory.domains.find(parkedName(domainId))).not.toBeNull();
  await removeDomain(ctx, { domainId });
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await rowOf(domainId)).toBeUndefined();
  expect(await directory.domains.find(parkedName(domainId))).toBeNull();
});
