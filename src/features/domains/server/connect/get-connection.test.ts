import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains } from "../../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { getConnection } from "./get-connection";
import { testCloudflare } from "./testing-cloudflare";
import { changeDns, domainAtCloudflare, withCloudflare } from "./testing-connect";

const cloudflare = testCloudflare();
const { services: strict, owner } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const it = await domainAtCloudflare(ctx, cloudflare);
const { domainId } = it;

test("it tells where DNS is managed and how far the last change is, to everyone of the tenant", async () => {
  expect(await getConnection(ctx, { domainId })).toEqual({
    ...{ provider: null, hasToken: false, mayMoveMail: true, change: null },
  });
  const nameServers = ["kate.ns.cloudflare.com", "rob.ns.cloudflare.com"];
  await owner.update(domains).set({ nameServers }).where(eq(domains.id, domainId));
  const { add, remove } = await changeDns(services, ctx, it);
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  const { provider, change } = await getConnection(viewer, { domainId });
  expect(provider).toBe("cloudflare");
  expect(change).toMatchObject({ state: "applied", add, remove, done: change!.total });
});

test("another tenant learns nothing", async () => {
  expect(await refusalOf(getConnection((await testMember(services)).ctx, { domainId }))).toBe("domain.not_found");
});
