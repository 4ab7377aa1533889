import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testMember, testServices } from "~/server/testing";
import { aliases, groupMembers, groups, mailUsers } from "../../../../../db/schema";
import { activeDomain } from "../testing-domains";
import { moveAddresses } from "./move-addresses";

const { services, owner: db } = await testServices();
const { ctx } = await testMember(services, "owner");
const { tenantId } = ctx;
const going = await activeDomain(services, ctx, "going.test");
const staying = await activeDomain(services, ctx, "staying.test");
const personIn = async (domainId: string, localPart: string, domain: string) =>
  (
    await db
      .insert(mailUsers)
      .values({
        ...{ tenantId, domainId, localPart, address: `${localPart}@${domain}`, passwordHash: "-", quotaBytes: 1 },
      })
      .returning()
  )[0]!;
const ana = await personIn(going.id, "ana", "going.test");
const bo = await personIn(staying.id, "bo", "staying.test");
const cleo = await personIn(staying.id, "cleo", "staying.test");
const at = (domainId: string, address: string) => ({ tenantId, domainId, address });
await db.insert(aliases).values([
  { ...at(going.id, "sales@going.test"), mailUserId: bo.id },
  { ...at(staying.id, "ana@staying.test"), mailUserId: ana.id },
]);
const [own, other] = await db
  .insert(groups)
  .values([at(going.id, "team@going.test"), at(staying.id, "all@staying.test")])
  .returning();
await db.insert(groupMembers).values({ tenantId, groupId: other!.id, mailUserId: ana.id });
const revisionOf = async (id: string) => (await db.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]?.revision;
const groupOf = async (id: string) => (await db.select().from(groups).where(eq(groups.id, id)))[0];

test("a domain that moves aside takes users, aliases and groups along, and whoever leads there is brought to the mail server anew", async () => {
  const move = { id: going.id, aliasOfId: null, name: "aside.internal" };
  expect(await ctx.tx((tx) => moveAddresses(tx, tenantId, move))).toEqual([ana.id]);
  const [moved] = await db.select().from(mailUsers).where(eq(mailUsers.id, ana.id));
  expect(moved).toMatchObject({ address: "ana@aside.internal", revision: 2 });
  const held = await db.select().from(aliases);
  expect(held.map(({ address }) => address).sort()).toEqual(["ana@staying.test", "sales@aside.internal"]);
  expect(await groupOf(own!.id)).toMatchObject({ address: "team@aside.internal", revision: 2 });
  expect(await groupOf(other!.id)).toMatchObject({ address: "all@staying.test", revision: 2 });
  expect([await revisionOf(bo.id), await revisionOf(cleo.id)]).toEqual([2, 1]);
});

test("the addresses are free for whoever proves the name, and come back as they were", async () => {
  const taken = { ...at(staying.id, "sales@going.test"), mailUserId: cleo.id };
  const [borrowed] = await db.insert(aliases).values(taken).returning();
  await db.delete(aliases).where(eq(aliases.id, borrowed!.id));
  await ctx.tx((tx) => moveAddresses(tx, tenantId, { id: going.id, aliasOfId: null, name: "going.test" }));
  expect((await db.select().from(mailUsers).where(eq(mailUsers.id, ana.id)))[0]?.address).toBe("ana@going.test");
  expect((await groupOf(own!.id))?.address).toBe("team@going.test");
});

test("users of the domain that this is another name of are brought to the mail server anew, too", async () => {
  const before = await revisionOf(cleo.id);
  await ctx.tx((tx) => moveAddresses(tx, tenantId, { id: going.id, aliasOfId: staying.id, name: "going.test" }));
  expect(await revisionOf(cleo.id)).toBe(before! + 1);
});
