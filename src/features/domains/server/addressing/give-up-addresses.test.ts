import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { aliases, domains, groups, jobs, mailUsers } from "../../../../../db/schema";
import { removeDomain } from "../remove-domain";
import { activeDomain } from "../testing-domains";

const { services, owner: db } = await testServices();
const { ctx } = await testMember(services, "owner");
const { tenantId } = ctx;
const going = await activeDomain(services, ctx, "going.test");
const staying = await activeDomain(services, ctx, "staying.test");
const known = { tenantId, passwordHash: "-", quotaBytes: 1 };
const [gone, bo] = await db
  .insert(mailUsers)
  .values([
    ...[{ ...known, domainId: going.id, localPart: "ana", address: "ana@going.test", state: "deleted" as const }],
    ...[{ ...known, domainId: staying.id, localPart: "bo", address: "bo@staying.test" }],
  ])
  .returning();
await db.insert(aliases).values({ tenantId, domainId: going.id, address: "sales@going.test", mailUserId: bo!.id });
const rowOf = async (id: string) => (await db.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;

test("a domain with a group cannot be given up before the group is deleted", async () => {
  const [team] = await db.insert(groups).values({ tenantId, domainId: going.id, address: "t@going.test" }).returning();
  expect(await refusalOf(removeDomain(ctx, { domainId: going.id }))).toBe("domain.has_groups");
  await db.update(groups).set({ deletedAt: new Date() }).where(eq(groups.id, team!.id));
});

test("whoever gives a domain up gives up who was deleted there, its aliases and what it is called beside", async () => {
  const [late] = await db.select().from(domains).where(eq(domains.id, staying.id));
  await db.update(domains).set({ aliasOfId: going.id }).where(eq(domains.id, staying.id));
  await removeDomain(ctx, { domainId: going.id });
  expect((await rowOf(gone!.id)).deletedAt?.getTime()).toBe(0);
  expect(await db.select().from(aliases)).toEqual([]);
  expect((await rowOf(bo!.id)).revision).toBe(2);
  const asked = (await db.select().from(jobs).where(eq(jobs.name, "engine.apply"))).map(({ key }) => key);
  expect(asked).toEqual(expect.arrayContaining([gone!.id, bo!.id, going.id, staying.id]));
  const [after] = await db.select().from(domains).where(eq(domains.id, staying.id));
  expect([late?.aliasOfId, after?.aliasOfId]).toEqual([null, null]);
});
