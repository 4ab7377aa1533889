import { afterAll, beforeAll, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, jobs } from "../../../../db/schema";
import { handlers } from "../../../../jobs/handlers";
import { startWorker } from "../../../../jobs/start-worker";
import { until } from "~/lib/testing-until";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { DomainDetail } from "../schema";
import { addDomain } from "./add-domain";
import { cancelCheck } from "./cancel-check";
import { checkDomain } from "./check-domain";
import { concludeCheck } from "./conclude-check";
import { startLyingServer } from "./dns/testing-lying-server";
import { verdict } from "./dns/verdict";
import { findSubject } from "./domain-subject";
import { getDomain } from "./get-domain";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";
import { watchDomain } from "./watch-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
/** Knows of nothing, and takes its time to say so. */
const slow = await startLyingServer({ delayMs: 400 });
const trialZone = { server: `127.0.0.1:${slow.port}`, dataDir: services.platform.trialZone?.dataDir ?? "" };
const slowly = { ...services, platform: { ...services.platform, trialZone } };
afterAll(() => slow.stop());
beforeAll(async () => void (await owner.delete(jobs)));

const rowOf = async (domainId: string) =>
  (await owner.select().from(domains).where(eq(domains.id, domainId)))[0] ?? expect.unreachable();
const progressOf = async (domainId: string) => (await getDomain(ctx, { domainId })).checkProgress;

test("a look at slow DNS shows how far it is, and is over at once when it is cancelled, with nothing concluded from it", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "patient.test");
  await owner.delete(jobs);
  const before = await getDomain(ctx, { domainId });
  const worker = await startWorker(slowly, handlers);
  try {
    await checkDomain(ctx, { domainId });
    await until(async () => ((await progressOf(domainId))?.open ?? 0) > 0);
    const first = await getDomain(ctx, { domainId });
    expect(DomainDetail.parse(first)).toEqual(first);
    expect(first.isChecking).toBe(true);
    await until(async () => ((await progressOf(domainId))?.asked ?? 0) > first.checkProgress!.asked);
    await cancelCheck(ctx, { domainId });
    expect(await getDomain(ctx, { domainId })).toMatchObject({ isChecking: false, checkProgress: null });
  } finally {
    await worker.stop();
  }
  expect(await getDomain(ctx, { domainId })).toEqual(before);
  expect((await rowOf(domainId)).checkProgress).toBeNull();
  await verifyDomain(asJob(slowly, ctx), { domainId });
  const after = await getDomain(ctx, { domainId });
  expect(after.records.filter(({ id }) => id === "spf")).not.toEqual(before.records.filter(({ id }) => id === "spf"));
  expect((await rowOf(domainId)).checkProgress).toBeNull();
}, 30_000);

test("a look that was over when it was cancelled concludes nothing either", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "late.test");
  await checkDomain(ctx, { domainId });
  const job = asJob(services, ctx);
  const looked = (await job.tx((tx) => findSubject(tx, job, domainId))) ?? expect.unreachable();
  await cancelCheck(ctx, { domainId });
  const before = await getDomain(ctx, { domainId });
  const verdicts = new Map([["spf", verdict("missing", [], "add")]]);
  const seen = { verdicts, findings: [], authority: null };
  await job.tx((tx) => concludeCheck(tx, job, looked, seen));
  expect(await getDomain(ctx, { domainId })).toEqual(before);
});

test("a check that waits for a worker is taken back, once, and the next look comes when it is due", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "waiting.test" });
  const before = (await auditedActions(services, ctx.tenantId)).length;
  await cancelCheck(ctx, { domainId });
  await cancelCheck(ctx, { domainId });
  expect((await auditedActions(services, ctx.tenantId)).slice(before)).toEqual(["domain.cancel_check"]);
  const { isChecking, nextCheckAt } = await getDomain(ctx, { domainId });
  expect(isChecking).toBe(false);
  expect(Date.parse(nextCheckAt!)).toBeGreaterThan(Date.now());
  await watchDomain(ctx, { domainId });
  expect((await getDomain(ctx, { domainId })).isChecking).toBe(false);
  await checkDomain(ctx, { domainId });
  expect((await getDomain(ctx, { domainId })).isChecking).toBe(true);
});

test("nobody keeps a name by cancelling the looks that would show that its proof is gone or that somebody else has one", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "sold.test");
  await owner.delete(jobs);
  await checkDomain(ctx, { domainId });
  expect(await getDomain(ctx, { domainId })).toMatchObject({ isChecking: true, canCancelCheck: true });
  const longAgo = new Date(Date.now() - 8 * 86_400_000);
  for (const inQuestion of [{ proofCheckedAt: null }, { proofCheckedAt: longAgo }, { proofMisses: 1 }]) {
    const standing = { proofCheckedAt: new Date(), proofMisses: 0, ...inQuestion };
    await owner.update(domains).set(standing).where(eq(domains.id, domainId));
    await cancelCheck(ctx, { domainId });
    expect(await getDomain(ctx, { domainId })).toMatchObject({ isChecking: true, canCancelCheck: false });
  }
});

test("what a worker that died left behind is not shown as progress", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "orphan.test" });
  await owner
    .update(domains)
    .set({ checkProgress: { asked: 4, open: 9 } })
    .where(eq(domains.id, domainId));
  expect(await getDomain(ctx, { domainId })).toMatchObject({ isChecking: true, checkProgress: null });
});

test("a viewer, a keeper of other domains and another tenant cannot cancel a check", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "guarded.test" });
  const other = await addDomain(ctx, { name: "other.test" });
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(cancelCheck(viewer.ctx, { domainId }))).toBe("auth.role_too_low");
  const keeper = await joinTenant(services, ctx.tenantId, "domain_admin", [other.id]);
  expect(await refusalOf(cancelCheck(keeper.ctx, { domainId }))).toBe("auth.role_too_low");
  const stranger = await testMember(services);
  expect(await refusalOf(cancelCheck(stranger.ctx, { domainId }))).toBe("domain.not_found");
  expect((await getDomain(ctx, { domainId })).isChecking).toBe(true);
});
