import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, mailUsers } from "../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { publishZone, readZone } from "./dns/zone-files";
import { resolverOf } from "./platform-names";
import { publishInTrial } from "./publish-in-trial";
import { removeDomain } from "./remove-domain";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const zoneDir = services.platform.trialZone?.dataDir ?? "";
const rowsOf = (domainId: string) => owner.select().from(domains).where(eq(domains.id, domainId));

test("a claim that was never proven is gone at once", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "claim.test" });
  await removeDomain(ctx, { domainId });
  expect(await rowsOf(domainId)).toEqual([]);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.remove"]);
});

test("a proven domain is released once the engine has let go of it, and can then be claimed by somebody else", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "leaving.test");
  await removeDomain(ctx, { domainId });
  expect(await rowsOf(domainId)).toMatchObject([{ state: "releasing" }]);
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await rowsOf(domainId)).toEqual([]);
  expect(await services.engine.directory.domains.find("leaving.test")).toBeNull();
  expect(await resolverOf(services.platform)("leaving.test", "MX")).toMatchObject({ status: "absent" });
  const next = await testMember(services);
  const { id } = await activeDomain(services, next.ctx, "leaving.test");
  expect(await rowsOf(id)).toMatchObject([{ state: "active" }]);
});

test("the record of a claim that was given up proves no later claim", async () => {
  const first = await addDomain(ctx, { name: "again.test" });
  await publishInTrial(ctx, { domainId: first.id });
  const old = await readZone(zoneDir, "again.test");
  await removeDomain(ctx, { domainId: first.id });
  await publishZone(zoneDir, "again.test", old);
  const second = await addDomain(ctx, { name: "again.test" });
  await verifyDomain(asJob(services, ctx), { domainId: second.id });
  expect(await rowsOf(second.id)).toMatchObject([{ state: "pending_proof", provenAt: null }]);
});

test("a domain with mailboxes cannot be removed", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "lived-in.test");
  const mailbox = { localPart: "ada", address: "ada@lived-in.test", passwordHash: "-", quotaBytes: 1 };
  await owner.insert(mailUsers).values({ ...mailbox, tenantId: ctx.tenantId, domainId });
  expect(await refusalOf(removeDomain(ctx, { domainId }))).toBe("domain.has_users");
  expect(await rowsOf(domainId)).toMatchObject([{ state: "active" }]);
});

test("mailboxes that were deleted do not hold a domain, and go with it; the next owner may use their addresses", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "moved-out.test");
  const mailbox = { localPart: "ada", address: "ada@moved-out.test", passwordHash: "-", quotaBytes: 1 };
  const deleted = { ...mailbox, state: "deleted" as const, deletedAt: new Date(), appliedRevision: 1 };
  await owner.insert(mailUsers).values({ ...deleted, tenantId: ctx.tenantId, domainId });
  await removeDomain(ctx, { domainId });
  expect(await rowsOf(domainId)).toMatchObject([{ state: "releasing" }]);
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await rowsOf(domainId)).toEqual([]);
  const next = await testMember(services);
  const { id } = await activeDomain(services, next.ctx, "moved-out.test");
  await owner.insert(mailUsers).values({ ...mailbox, tenantId: next.ctx.tenantId, domainId: id });
  expect(await refusalOf(removeDomain(next.ctx, { domainId: id }))).toBe("domain.has_users");
});

test("a viewer and another tenant cannot remove a domain", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "ours.test" });
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(removeDomain(viewer.ctx, { domainId }))).toBe("auth.role_too_low");
  const stranger = await testMember(services);
  expect(await refusalOf(removeDomain(stranger.ctx, { domainId }))).toBe("domain.not_found");
});
