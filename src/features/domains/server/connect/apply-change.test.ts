import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs, dnsConnections, domains, jobs } from "../../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { applyChange } from "./apply-change";
import { getConnection } from "./get-connection";
import { planChange } from "./plan-change";
import { runChange } from "./run-change";
import { testCloudflare } from "./testing-cloudflare";
import { asWorker, domainAtCloudflare, withCloudflare } from "./testing-connect";

const cloudflare = testCloudflare();
const { services: strict, owner } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const { domainId, token } = await domainAtCloudflare(ctx, cloudflare);
const planned = async () => (await planChange(ctx, { domainId, token, movesMail: false })).changeId;
const kept = () => owner.select().from(dnsConnections).where(eq(dnsConnections.domainId, domainId));

test("a viewer and another tenant change nothing, and nothing is done without a token", async () => {
  const ref = { domainId, changeId: await planned(), token, keepsToken: false };
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(applyChange(viewer, ref))).toBe("auth.role_too_low");
  expect(await refusalOf(applyChange((await testMember(services)).ctx, ref))).toBe("domain.not_found");
  expect(await refusalOf(applyChange(ctx, { ...ref, token: undefined }))).toBe("dns.token_needed");
  expect(await refusalOf(applyChange(ctx, { ...ref, changeId: Bun.randomUUIDv7() }))).toBe("request.not_found");
});

test("a preview of more than an hour ago is to be looked at again", async () => {
  const ref = { domainId, changeId: await planned(), token, keepsToken: false };
  const later = { ...ctx, now: () => new Date(Date.now() + 3_700_000) };
  expect(await refusalOf(applyChange(later, ref))).toBe("dns.plan_stale");
});

test("a token is sealed for as long as the work takes, and then gone unless it was to be kept", async () => {
  const once = { domainId, changeId: await planned(), token, keepsToken: false };
  await applyChange(ctx, once);
  expect(await refusalOf(applyChange(ctx, once))).toBe("dns.change_running");
  const [sealed] = await kept();
  expect(JSON.stringify(sealed)).not.toContain(token);
  expect((await getConnection(ctx, { domainId })).hasToken).toBe(false);
  await runChange(asWorker(services, ctx), once);
  expect(await kept()).toEqual([]);
  expect(await refusalOf(applyChange(ctx, once))).toBe("dns.plan_stale");

  const second = { domainId, changeId: await planned(), token, keepsToken: true };
  await applyChange(ctx, second);
  await runChange(asWorker(services, ctx), second);
  expect((await getConnection(ctx, { domainId })).hasToken).toBe(true);
  const third = await planChange(ctx, { domainId, movesMail: true });
  await applyChange(ctx, { domainId, changeId: third.changeId, keepsToken: true });
  expect(
    (await auditedActions(services, ctx.tenantId)).filter((action) => action === "domain.change_dns"),
  ).toHaveLength(3);
});

test("a change whose job gave up has failed, and can be gone on with", async () => {
  const { domainId: other, token: key } = await domainAtCloudflare(ctx, cloudflare);
  const { changeId } = await planChange(ctx, { domainId: other, token: key, movesMail: false });
  const ref = { domainId: other, changeId, token: key, keepsToken: false };
  await applyChange(ctx, ref);
  expect((await getConnection(ctx, { domainId: other })).change?.state).toBe("applying");
  await owner.update(jobs).set({ state: "dead" }).where(eq(jobs.key, changeId));
  expect((await getConnection(ctx, { domainId: other })).change).toMatchObject({
    state: "failed",
    error: "unavailable",
  });
  await applyChange(ctx, ref);
  await runChange(asWorker(services, ctx), ref);
  expect((await getConnection(ctx, { domainId: other })).change?.state).toBe("applied");
});

test("the DNS of a domain that was lost to somebody else is changed no more, and its token is forgotten", async () => {
  const lost = await domainAtCloudflare(ctx, cloudflare);
  const { changeId } = await planChange(ctx, { domainId: lost.domainId, token: lost.token, movesMail: false });
  const ref = { domainId: lost.domainId, changeId, token: lost.token, keepsToken: true };
  await applyChange(ctx, ref);
  const before = lost.shown();
  await owner.update(domains).set({ state: "suspended" }).where(eq(domains.id, lost.domainId));
  await runChange(asWorker(services, ctx), ref);
  expect(lost.shown()).toEqual(before);
  expect(await owner.select().from(dnsConnections).where(eq(dnsConnections.domainId, lost.domainId))).toEqual([]);
  expect(await refusalOf(applyChange(ctx, ref))).toBe("domain.not_found");
});

test("the log says what was begun and never the token", async () => {
  const rows = await owner.select().from(auditLogs).where(eq(auditLogs.action, "domain.change_dns"));
  expect(rows[0]?.after).toMatchObject({ add: expect.any(Number), remove: expect.any(Number), keepsToken: false });
  expect(JSON.stringify(await owner.select().from(auditLogs))).not.toContain(token);
});
