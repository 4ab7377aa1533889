import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { getDomain } from "./get-domain";
import { updateDomain } from "./update-domain";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "noted.test" });

test("a note is written, changed and taken away, and the same note again is no change", async () => {
  expect(await updateDomain(ctx, { domainId, note: "Renewed in May" })).toMatchObject({ note: "Renewed in May" });
  await updateDomain(ctx, { domainId, note: "Renewed in May" });
  expect((await getDomain(ctx, { domainId })).note).toBe("Renewed in May");
  expect((await updateDomain(ctx, { domainId, note: "" })).note).toBe("");
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.update", "domain.update"]);
});

test("a viewer and another tenant write no note", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(updateDomain(viewer, { domainId, note: "x" }))).toBe("auth.role_too_low");
  expect(await refusalOf(updateDomain((await testMember(services)).ctx, { domainId, note: "x" }))).toBe(
    "domain.not_found",
  );
});
