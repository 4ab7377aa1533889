import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dkimKeys, domainAlerts, domainEvents, domains } from "../../../../db/schema";
import { createEngine } from "~/engine/create-engine";
import { auditedActions, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { publishZone, readZone, type ZoneRecord } from "./dns/zone-files";
import { getDomain } from "./get-domain";
import { publishInTrial } from "./publish-in-trial";
import { removeDomain } from "./remove-domain";
import { activeDomain, asJob, runDomainJobs } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const zoneDir = services.platform.trialZone?.dataDir ?? "";

const change = async (name: string, keep: (record: ZoneRecord) => boolean) =>
  publishZone(zoneDir, name, (await readZone(zoneDir, name)).filter(keep));
const recordStates = async (domainId: string) =>
  Object.fromEntries(
    (await getDomain(ctx, { domainId })).records.map(({ id, state, advice }) => [id, advice?.code ?? state]),
  );

test("a domain goes from claim to active once its records are in DNS, with its key signing in the engine", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "acme.test" });
  await runDomainJobs(services, ctx, domainId);
  expect((await getDomain(ctx, { domainId })).state).toBe("pending_proof");
  expect(await services.engine.directory.domains.find("acme.test")).toBeNull();

  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob(services, ctx), { domainId });
  expect(await getDomain(ctx, { domainId })).toMatchObject({
    ...{ state: "active", application: "applied", requiredDone: 4, mailFlow: "match" },
  });
  expect(await services.engine.directory.dkim.list("acme.test")).toMatchObject([{ selector: "dm1", stage: "active" }]);
  expect(await auditedActions(services, ctx.tenantId)).toEqual([
    "domain.add",
    "domain.publish",
    "dkim.activate",
    "domain.prove",
    "domain.apply",
  ]);
});

test("the key does not sign before DNS shows it", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "slow.test" });
  await publishInTrial(ctx, { domainId });
  await change("slow.test", ({ name }) => !name.startsWith("dm1."));
  await runDomainJobs(services, ctx, domainId);
  expect((await getDomain(ctx, { domainId })).state).toBe("setting_up");
  expect(await services.engine.directory.dkim.list("slow.test")).toMatchObject([{ stage: "pending" }]);
  await publishInTrial(ctx, { domainId });
  await runDomainJobs(services, ctx, domainId);
  expect((await getDomain(ctx, { domainId })).state).toBe("active");
  expect(await services.engine.directory.dkim.list("slow.test")).toMatchObject([{ stage: "active" }]);
});

test("of two tenants who claim a name, the first to prove it gets it, and the other learns of it only by proving it too", async () => {
  const rival = await testMember(services);
  const ours = await addDomain(ctx, { name: "wanted.test" });
  const theirs = await addDomain(rival.ctx, { name: "wanted.test" });
  await publishInTrial(ctx, { domainId: ours.id });
  const ourZone = await readZone(zoneDir, "wanted.test");
  await publishInTrial(rival.ctx, { domainId: theirs.id });
  await publishZone(zoneDir, "wanted.test", [...ourZone, ...(await readZone(zoneDir, "wanted.test"))]);
  await verifyDomain(asJob(services, ctx), { domainId: ours.id });
  await verifyDomain(asJob(services, rival.ctx), { domainId: theirs.id });
  expect((await getDomain(ctx, { domainId: ours.id })).state).toBe("setting_up");
  const lost = await getDomain(rival.ctx, { domainId: theirs.id });
  expect(lost.state).toBe("pending_proof");
  expect(lost.records.find(({ id }) => id === "proof")).toMatchObject({
    state: "conflict",
    advice: { code: "proof_taken" },
  });
});

test("two checks of rivals at the same moment prove the name for one of them only", async () => {
  const rival = await testMember(services);
  const claims = [
    { member: ctx, domain: await addDomain(ctx, { name: "race.test" }) },
    { member: rival.ctx, domain: await addDomain(rival.ctx, { name: "race.test" }) },
  ];
  const records: ZoneRecord[] = [];
  for (const { member, domain } of claims) {
    await publishInTrial(member, { domainId: domain.id });
    records.push(...(await readZone(zoneDir, "race.test")));
  }
  await publishZone(zoneDir, "race.test", records);
  await Promise.all(claims.map(({ member, domain }) => verifyDomain(asJob(services, member), { domainId: domain.id })));
  const rows = await owner.select().from(domains).where(eq(domains.name, "race.test"));
  expect(rows.filter(({ provenAt }) => provenAt).length).toBe(1);
});

test("servers that do not answer change nothing about a domain that works", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "steady.test");
  const platform = { ...services.platform, trialZone: { server: "127.0.0.1:1", dataDir: zoneDir } };
  await verifyDomain(asJob({ ...services, platform }, ctx), { domainId });
  const detail = await getDomain(ctx, { domainId });
  expect(detail).toMatchObject({ state: "active", requiredDone: 4, mailFlow: "match" });
  expect(detail.records.map(({ advice }) => advice?.code)).toContain("could_not_ask");
});

test("an MX that goes elsewhere after it came here is a loss, and the domain is broken once that was seen for half an hour", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "moving.test");
  await change("moving.test", ({ type }) => type !== "MX");
  const states: string[] = [];
  for (const minutes of [1, 2, 3, 32]) {
    const now = () => new Date(Date.now() + minutes * 60_000);
    await verifyDomain(asJob({ ...services, now }, ctx), { domainId });
    states.push((await getDomain(ctx, { domainId })).state);
  }
  expect(states).toEqual(["active", "active", "active", "broken"]);
  expect((await recordStates(domainId))["mx.1"]).toBe("mx_lost");
  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob(services, ctx), { domainId });
  expect((await getDomain(ctx, { domainId })).state).toBe("active");
});

test("a domain whose mail has not been switched yet is active all the same", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "later.test" });
  await publishInTrial(ctx, { domainId });
  const rest = (await readZone(zoneDir, "later.test")).filter(({ type }) => type !== "MX");
  await publishZone(zoneDir, "later.test", [
    ...rest,
    { name: "later.test", type: "MX", value: "10 old.later.test", ttlSeconds: 5 },
    { name: "old.later.test", type: "A", value: "192.0.2.1", ttlSeconds: 5 },
  ]);
  await runDomainJobs(services, ctx, domainId);
  expect(await getDomain(ctx, { domainId })).toMatchObject({ state: "active", mailFlow: "stale" });
  expect((await recordStates(domainId))["mx.1"]).toBe("mx_not_switched");
});

test("its policy gone, a domain needs attention after a day, and tells once of the trouble and once of its end", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "careless.test");
  await change("careless.test", ({ name }) => !name.startsWith("_dmarc."));
  const states: string[] = [];
  for (const hours of [0, 1, 23, 24.1, 30]) {
    const now = () => new Date(Date.now() + hours * 3_600_000);
    await verifyDomain(asJob({ ...services, now }, ctx), { domainId });
    states.push((await getDomain(ctx, { domainId })).state);
  }
  expect(states).toEqual(["active", "active", "active", "attention", "attention"]);
  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob(services, ctx), { domainId });
  expect((await getDomain(ctx, { domainId })).state).toBe("active");
  const alerts = await owner
    .select()
    .from(domainAlerts)
    .where(eq(domainAlerts.domainId, domainId))
    .orderBy(domainAlerts.id);
  expect(alerts.map(({ kind }) => kind)).toEqual(["attention", "recovered"]);
  const events = await owner
    .select()
    .from(domainEvents)
    .where(eq(domainEvents.domainId, domainId))
    .orderBy(domainEvents.id);
  const policy = events.filter(({ subject }) => subject === "dmarc").map(({ before, after }) => `${before} > ${after}`);
  expect(policy).toEqual(["not_checked > match", "match > missing", "missing > match"]);
});

test("a proof taken back before the engine had anything proves nothing", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "hasty.test" });
  await publishInTrial(ctx, { domainId });
  const nowhere = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });
  await verifyDomain(asJob({ ...services, engine: nowhere }, ctx), { domainId });
  expect(await getDomain(ctx, { domainId })).toMatchObject({ state: "proven", application: "failed" });
  await change("hasty.test", ({ name }) => !name.startsWith("_deftmail."));
  const later = { ...services, now: () => new Date(Date.now() + 11 * 60_000) };
  await applyDomain(asJob(later, ctx), { domainId });
  expect(await services.engine.directory.domains.find("hasty.test")).toBeNull();
  await verifyDomain(asJob(later, ctx), { domainId });
  expect((await getDomain(ctx, { domainId })).state).toBe("pending_proof");
});

test("a claim given up while DNS was asked stays given up", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "gone.test" });
  await publishInTrial(ctx, { domainId });
  await Promise.all([verifyDomain(asJob(services, ctx), { domainId }), removeDomain(ctx, { domainId })]);
  const rows = await owner.select().from(domains).where(eq(domains.id, domainId));
  expect(rows.filter(({ state }) => state !== "releasing")).toEqual([]);
});

test("a job of one tenant cannot verify another tenant's domain", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "mine.test" });
  await publishInTrial(ctx, { domainId });
  const stranger = await testMember(services);
  await verifyDomain(asJob(services, stranger.ctx), { domainId });
  expect((await getDomain(ctx, { domainId })).state).toBe("pending_proof");
  const keys = await owner.select().from(dkimKeys).where(eq(dkimKeys.domainId, domainId));
  expect(keys).toMatchObject([{ stage: "pending" }]);
});
