import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { setState } from "./set-state";
import { appliedUser, tenantWithDomain } from "./testing-users";

const { services } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { id: userId } = await appliedUser(services, ctx, domainId, "ana");

test("a mailbox user is made to be suspended and active again, however often it is said", async () => {
  for (const state of ["suspended", "suspended", "active", "active"] as const)
    expect(await setState(ctx, { userId, state })).toMatchObject({ state });
});

test("a viewer changes nobody's state", async () => {
  expect(await refusalOf(setState(viewer, { userId, state: "suspended" }))).toBe("auth.role_too_low");
});
