import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { createShare } from "./create-share";
import { listShares } from "./list-shares";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "listed.test" });

test("links come page by page, without those that ran out and without their secrets", async () => {
  const aWeekAgo = { ...ctx, now: () => new Date(Date.now() - 7 * 86_400_000) };
  await createShare(aWeekAgo, { domainId, days: 1 });
  const made = [];
  for (const days of [1, 2, 3]) made.push(await createShare(ctx, { domainId, days }));
  const first = await listShares(ctx, { domainId, limit: 2 });
  const second = await listShares(ctx, { domainId, limit: 2, after: first.next });
  expect([...first.shares, ...second.shares].map(({ id }) => id)).toEqual(made.map(({ shareId }) => shareId));
  expect(second.next).toBeUndefined();
  expect(Object.keys(first.shares[0] ?? {}).toSorted()).toEqual(["createdAt", "expiresAt", "id"]);
});

test("a viewer sees that there are links, another tenant does not", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect((await listShares(viewer, { domainId, limit: 10 })).shares.length).toBe(3);
  const stranger = (await testMember(services)).ctx;
  expect(await refusalOf(listShares(stranger, { domainId, limit: 10 }))).toBe("domain.not_found");
});
