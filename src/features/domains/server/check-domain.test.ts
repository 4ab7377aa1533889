import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { jobs } from "../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { checkDomain } from "./check-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "acme.test" });

test("a check that is asked for joins the one that waits, and a second within ten seconds is refused", async () => {
  expect(await refusalOf(checkDomain(ctx, { domainId }))).toBe("none");
  expect(await refusalOf(checkDomain(ctx, { domainId }))).toBe("request.too_many");
  expect((await owner.select().from(jobs).where(eq(jobs.key, domainId))).length).toBe(1);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.check"]);
});

test("a viewer and another tenant cannot ask for a check", async () => {
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(checkDomain(viewer.ctx, { domainId }))).toBe("auth.role_too_low");
  const stranger = await testMember(services);
  expect(await refusalOf(checkDomain(stranger.ctx, { domainId }))).toBe("domain.not_found");
});
