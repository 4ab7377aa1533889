import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { removeUser } from "./remove-user";
import { gigabyte, password, tenantWithDomain } from "./testing-users";

const { services } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const make = (localPart: string) =>
  createUser(ctx, { domainId, localPart, displayName: "", password, quotaBytes: gigabyte });

test("every member sees a user of the tenant", async () => {
  const user = await make("ana");
  expect(await getUser(viewer, { userId: user.id })).toEqual(user);
});

test("another tenant's user, a deleted one and one that never was look the same", async () => {
  const user = await make("bea");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(getUser(stranger, { userId: user.id }))).toBe("user.not_found");
  await removeUser(ctx, { userId: user.id });
  expect(await refusalOf(getUser(ctx, { userId: user.id }))).toBe("user.not_found");
  expect(await refusalOf(getUser(ctx, { userId: Bun.randomUUIDv7() }))).toBe("user.not_found");
});
