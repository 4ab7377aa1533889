import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { resolverOf } from "./platform-names";
import { publishInTrial } from "./publish-in-trial";
import { activeDomain } from "./testing-domains";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("every record of the domain is in DNS afterwards", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "acme.test" });
  await publishInTrial(ctx, { domainId });
  const resolve = resolverOf(services.platform);
  expect(await resolve("acme.test", "MX")).toMatchObject({ records: ["10 mail.deftmail.test"] });
  expect(await resolve("dm1._domainkey.acme.test", "TXT")).toMatchObject({
    records: [expect.stringContaining("p=MIIB")],
  });
  expect(await resolve("mail.deftmail.test", "A")).toMatchObject({ records: ["127.0.0.1"] });
  expect(await resolve("spf.deftmail.test", "TXT")).toMatchObject({ records: ["v=spf1 ip4:127.0.0.1 ip6:::1 -all"] });
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.publish"]);
});

test("names outside of .test, and installations that are no trial, have no zone to publish in", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "acme.example" });
  expect(await refusalOf(publishInTrial(ctx, { domainId }))).toBe("domain.no_local_zone");
  const local = await addDomain(ctx, { name: "local-only.test" });
  const platform = { ...ctx.platform, trialZone: null };
  expect(await refusalOf(publishInTrial({ ...ctx, platform }, { domainId: local.id }))).toBe("domain.no_local_zone");
});

test("the records of a tenant who has proven the name cannot be overwritten by another claim", async () => {
  const holder = await testMember(services);
  await activeDomain(services, holder.ctx, "held.test");
  const claim = await addDomain(ctx, { name: "held.test" });
  expect(await refusalOf(publishInTrial(ctx, { domainId: claim.id }))).toBe("domain.taken");
});

test("a viewer and another tenant cannot publish", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "ours.test" });
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(publishInTrial(viewer.ctx, { domainId }))).toBe("auth.role_too_low");
  const stranger = await testMember(services);
  expect(await refusalOf(publishInTrial(stranger.ctx, { domainId }))).toBe("domain.not_found");
});
