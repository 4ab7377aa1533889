import { expect, test } from "bun:test";
import { dnsShares } from "../../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { createShare } from "./create-share";
import { tokenOf } from "./testing-share";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "shared.test" });

test("the link has its secret where browsers send it nowhere, and only a hash of it is kept", async () => {
  const made = await createShare(ctx, { domainId, days: 3 });
  expect(made.url).toMatch(/\/dns#[\w-]{43}$/);
  expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(2.9 * 86_400_000);
  expect(JSON.stringify(await owner.select().from(dnsShares))).not.toContain(tokenOf(made));
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.share"]);
});

test("a viewer and another tenant share nothing", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(createShare(viewer, { domainId, days: 1 }))).toBe("auth.role_too_low");
  expect(await refusalOf(createShare((await testMember(services)).ctx, { domainId, days: 1 }))).toBe(
    "domain.not_found",
  );
});

test("twenty links at once are enough for a domain; those that ran out do not count", async () => {
  const { id } = await addDomain(ctx, { name: "often.test" });
  const aWeekAgo = { ...ctx, now: () => new Date(Date.now() - 7 * 86_400_000) };
  await createShare(aWeekAgo, { domainId: id, days: 1 });
  for (let i = 0; i < 20; i++) await createShare(ctx, { domainId: id, days: 1 });
  expect(await refusalOf(createShare(ctx, { domainId: id, days: 1 }))).toBe("tenant.limit_reached");
});
