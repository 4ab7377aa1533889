import { expect, test } from "bun:test";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { listDomains } from "./list-domains";
import { activeDomain } from "./testing-domains";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("domains come page by page in the order in which they were added, with their state", async () => {
  await activeDomain(services, ctx, "one.test");
  for (const name of ["two.test", "bücher.test"]) await addDomain(ctx, { name });
  const first = await listDomains(ctx, { limit: 2 });
  expect(first.domains.map(({ name, state, mailFlow }) => [name, state, mailFlow])).toEqual([
    ["one.test", "active", "match"],
    ["two.test", "pending_proof", "not_checked"],
  ]);
  const second = await listDomains(ctx, { limit: 2, after: first.next });
  expect(second.domains.map(({ displayName }) => displayName)).toEqual(["bücher.test"]);
  expect(second.next).toBeUndefined();
});

test("a viewer sees the list, another tenant sees nothing of it", async () => {
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect((await listDomains(viewer.ctx, { limit: 50 })).domains.length).toBe(3);
  const stranger = await testMember(services);
  expect((await listDomains(stranger.ctx, { limit: 50 })).domains).toEqual([]);
});
