import { expect, test } from "bun:test";
import { createUser } from "~/features/users/server/create-user";
import { gigabyte, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { getAddressing } from "./get-addressing";

const { services } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");

test("a domain says who gets mail to the addresses that it must have", async () => {
  expect(await getAddressing(viewer, { domainId })).toEqual({
    ...{ domainId, catchAll: null, isCatchAllGone: false, subAddressing: true, aliasOf: null, otherNames: [] },
    hasAddresses: false,
    roles: [
      { address: "postmaster@acme.test", holder: null },
      { address: "abuse@acme.test", holder: null },
    ],
  });
  const user = { domainId, displayName: "", password, quotaBytes: gigabyte };
  const { address } = await createUser(ctx, { ...user, localPart: "ana" });
  await createUser(ctx, { ...user, localPart: "abuse" });
  const { roles, hasAddresses } = await getAddressing(ctx, { domainId });
  expect(hasAddresses).toBe(true);
  expect(roles.map(({ holder }) => holder)).toEqual([address, "abuse@acme.test"]);
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(getAddressing(stranger, { domainId }))).toBe("domain.not_found");
});
