import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf } from "~/server/testing";
import { aliases } from "../../../../../db/schema";
import { jobsOf } from "../testing-users";
import { maxAliases } from "./add-alias";
import { listAliases } from "./list-aliases";
import { aliasWorld } from "./testing-aliases";

const { services, owner, ctx, domainId, secondId, other, userIn, ana, bo, add, revisionOf } = await aliasWorld();

test("a mailbox user gets another address, under any domain of the tenant, and the mail server is told", async () => {
  const before = await revisionOf(ana.id);
  const alias = await add("Info@acme.test", { note: "Shop" });
  expect(alias).toMatchObject({ address: "info@acme.test", userAddress: "ana@acme.test", note: "Shop", isRole: false });
  expect((await add("info", { domainId: secondId })).address).toBe("info@second.test");
  expect(await revisionOf(ana.id)).toBe(before + 2);
  expect(await jobsOf(services, ana.id)).toHaveLength(1);
  expect(await auditedActions(services, ctx.tenantId)).toContain("alias.add");
});

test("the first address under a domain brings the ones that every domain must have", async () => {
  const { aliases: held } = await listAliases(ctx, { domainId: secondId, limit: 50 });
  expect(held.map(({ address, isRole }) => [address, isRole])).toEqual([
    ["abuse@second.test", true],
    ["info@second.test", false],
    ["postmaster@second.test", true],
  ]);
});

test("an address that anybody holds, of whatever tenant, is refused", async () => {
  await userIn(other.ctx, other.domainId, "eve");
  for (const taken of ["bo", "ana", "info", "postmaster"])
    expect(await refusalOf(add(taken))).toBe("user.address_taken");
  expect(await refusalOf(add("a..b"))).toBe("user.address_invalid");
  expect(await refusalOf(userIn(ctx, domainId, "info"))).toBe("user.address_taken");
});

test("of many who ask for the same alias at once, one gets it", async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusalOf(add("race"))));
  expect(outcomes.toSorted()).toEqual(["none", ...Array.from({ length: 7 }, () => "user.address_taken")]);
});

test("nobody has more aliases than allowed", async () => {
  const own = Array.from({ length: maxAliases }, (_, n) => ({
    ...{ tenantId: ctx.tenantId, domainId, mailUserId: bo.id, address: `many${n}@acme.test` },
  }));
  await owner.delete(aliases).where(eq(aliases.mailUserId, bo.id));
  await owner.insert(aliases).values(own.slice(1));
  expect(await refusalOf(add("last", { userId: bo.id }))).toBe("none");
  expect(await refusalOf(add("over", { userId: bo.id }))).toBe("tenant.limit_reached");
});
