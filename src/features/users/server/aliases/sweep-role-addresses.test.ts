import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { getAddressing } from "~/features/domains/server/addressing/get-addressing";
import { auditedActions, testServices } from "~/server/testing";
import { aliases } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { removeUser } from "../remove-user";
import { gigabyte, jobsOf, password, tenantWithDomain } from "../testing-users";
import { sweepRoleAddresses } from "./sweep-role-addresses";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const newUser = (localPart: string) =>
  createUser(ctx, { domainId, localPart, displayName: "", password, quotaBytes: gigabyte });
const holders = async () => (await getAddressing(ctx, { domainId })).roles.map(({ holder }) => holder);

test("a domain with mailboxes but without the addresses that it must have is found, and its oldest mailbox gets them", async () => {
  const ana = await newUser("ana");
  await newUser("bo");
  await owner.delete(aliases).where(eq(aliases.domainId, domainId));
  expect(await holders()).toEqual([null, null]);
  expect(await sweepRoleAddresses(services)).toBe(1);
  expect(await holders()).toEqual([ana.address, ana.address]);
  expect(await jobsOf(services, ana.id)).toHaveLength(1);
  expect(await auditedActions(services, ctx.tenantId)).toContain("alias.give_roles");
  expect(await sweepRoleAddresses(services)).toBe(0);
});

test("whoever comes after everybody was deleted gets them, too", async () => {
  const late = await tenantWithDomain(services, "late.test");
  const form = { domainId: late.domainId, displayName: "", password, quotaBytes: gigabyte };
  const { id: userId } = await createUser(late.ctx, { ...form, localPart: "ana" });
  await removeUser(late.ctx, { userId });
  const { address } = await createUser(late.ctx, { ...form, localPart: "bo" });
  const { roles } = await getAddressing(late.ctx, { domainId: late.domainId });
  expect(roles.map(({ holder }) => holder)).toEqual([address, address]);
});
