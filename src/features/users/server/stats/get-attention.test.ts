import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, guardCases, mailUsers } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { getAttention } from "./get-attention";
import { figuresWorld } from "./testing-stats";

const world = await testServices();
const { services, owner } = world;
const { ctx, viewer, held, domainId, ana, bea } = await figuresWorld(world);

test("what needs a look is listed with how often, the worst first, and nothing else", async () => {
  const fresh = await testMember(services);
  expect((await getAttention(fresh.ctx)).items).toEqual([]);
  await owner.update(mailUsers).set({ usedBytes: bea.quotaBytes }).where(eq(mailUsers.id, bea.id));
  await owner.update(domains).set({ state: "broken" }).where(eq(domains.id, domainId));
  await owner.insert(guardCases).values({ tenantId: ctx.tenantId, mailUserId: ana.id, sign: "rate" });
  const seen = await getAttention(viewer);
  expect(seen.items).toEqual([
    { kind: "paused", count: 1 },
    { kind: "domainsBroken", count: 1 },
    { kind: "mailboxesFull", count: 1 },
  ]);
  expect(seen).toMatchObject({ users: 2, domains: 1, activeDomains: 0, day: { sent: 6 } });
  expect((await getAttention(fresh.ctx)).items).toEqual([]);
});

test("who is held to other domains sees none of it", async () => {
  expect(await getAttention(held)).toMatchObject({ items: [], users: 0, domains: 0, day: { sent: 0 } });
});
