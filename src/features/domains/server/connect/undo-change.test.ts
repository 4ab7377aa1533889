import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { runChange } from "./run-change";
import { testCloudflare } from "./testing-cloudflare";
import { asWorker, changeDns, domainAtCloudflare, withCloudflare } from "./testing-connect";
import { undoChange } from "./undo-change";

const cloudflare = testCloudflare();
const { services: strict } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const it = await domainAtCloudflare(ctx, cloudflare);
const { domainId, token } = it;

test("only the last change is undone, once, by those who may change", async () => {
  const before = it.shown().toSorted();
  const first = await changeDns(services, ctx, it);
  const second = await changeDns(services, ctx, it, { movesMail: true });
  const ref = { domainId, changeId: second.changeId, token, keepsToken: false };
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(undoChange(viewer, ref))).toBe("auth.role_too_low");
  expect(await refusalOf(undoChange((await testMember(services)).ctx, ref))).toBe("domain.not_found");
  expect(await refusalOf(undoChange(ctx, { ...ref, changeId: first.changeId }))).toBe("dns.plan_stale");
  await undoChange(ctx, ref);
  await runChange(asWorker(services, ctx), ref);
  expect(it.shown().filter((line) => line.includes(" MX "))).toEqual(before.filter((line) => line.includes(" MX ")));
  expect(await refusalOf(undoChange(ctx, ref))).toBe("dns.plan_stale");
  expect(await auditedActions(services, ctx.tenantId)).toContain("domain.undo_dns");
});
