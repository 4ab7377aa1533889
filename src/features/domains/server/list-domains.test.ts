import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { listDomains } from "./list-domains";
import { activeDomain } from "./testing-domains";

const { services, owner } = await testServices();
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

test("domains are found by a part of their name, as people write it, and by their state", async () => {
  const named = async (asked: object) =>
    (await listDomains(ctx, { limit: 50, ...asked })).domains.map(({ displayName }) => displayName);
  expect(await named({ search: "o" })).toEqual(["one.test", "two.test"]);
  expect(await named({ search: "bücher" })).toEqual(["bücher.test"]);
  expect(await named({ search: "%" })).toEqual([]);
  expect(await named({ search: "_" })).toEqual([]);
  expect(await named({ state: "active" })).toEqual(["one.test"]);
});

test("how many domains are in each state is told, and those in trouble come first, the worst before the others", async () => {
  const set = (name: string, state: "broken" | "attention") =>
    owner.update(domains).set({ state }).where(eq(domains.name, name));
  await set("one.test", "attention");
  await set("two.test", "broken");
  const page = await listDomains(ctx, { limit: 1 });
  expect(page.counts).toEqual({ attention: 1, broken: 1, pending_proof: 1 });
  expect(page.trouble.map(({ name }) => name)).toEqual(["two.test", "one.test"]);
  expect((await listDomains(ctx, { limit: 1, search: "one" })).trouble).toEqual([]);
});
