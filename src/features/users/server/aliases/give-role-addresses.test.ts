import { expect, test } from "bun:test";
import { asc, eq } from "drizzle-orm";
import { testServices } from "~/server/testing";
import { aliases, mailUsers } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";

const { services, owner } = await testServices();
const form = (domainId: string, localPart: string) => ({
  ...{ domainId, localPart, displayName: "", password, quotaBytes: gigabyte },
});
const held = async (domainId: string) =>
  (await owner.select().from(aliases).where(eq(aliases.domainId, domainId)).orderBy(asc(aliases.address))).map(
    ({ address, mailUserId, isRole }) => [address, mailUserId, isRole],
  );

test("the first mailbox of a domain gets mail to postmaster@ and abuse@, the next ones do not", async () => {
  const { ctx, domainId } = await tenantWithDomain(services, "first.test");
  const ana = await createUser(ctx, form(domainId, "ana"));
  await createUser(ctx, form(domainId, "bo"));
  const roles = ["abuse@first.test", "postmaster@first.test"].map((address) => [address, ana.id, true]);
  expect(await held(domainId)).toEqual(roles);
});

test("of many first mailboxes made at once, one holds each role address", async () => {
  const { ctx, domainId } = await tenantWithDomain(services, "race.test");
  await Promise.all(["a", "b", "c", "d"].map((name) => createUser(ctx, form(domainId, name))));
  expect((await held(domainId)).map(([address]) => address)).toEqual(["abuse@race.test", "postmaster@race.test"]);
});

test("who makes postmaster@ a mailbox has that mail there, and whoever had it is brought to the mail server anew", async () => {
  const { ctx, domainId } = await tenantWithDomain(services, "own.test");
  const ana = await createUser(ctx, form(domainId, "ana"));
  const { address } = await createUser(ctx, form(domainId, "postmaster"));
  expect(address).toBe("postmaster@own.test");
  expect(await held(domainId)).toEqual([["abuse@own.test", ana.id, true]]);
  const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, ana.id));
  expect(row?.revision).toBe(2);
});
