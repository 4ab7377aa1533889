import { expect, test } from "bun:test";
import { auditedActions, testServices } from "~/server/testing";
import { resumeUser } from "./resume-user";
import { suspendUser } from "./suspend-user";
import { appliedUser, applyNow, tenantWithDomain } from "./testing-users";

const { services } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");

test("resuming gives the account in the mail server its rights back and is audited", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  await suspendUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  await resumeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  expect((await services.engine.directory.accounts.find(user.address))?.blocks).toEqual([]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.resume");
});

test("resuming somebody who is not suspended changes nothing", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  expect(await resumeUser(ctx, { userId: user.id })).toMatchObject({ state: "active", application: "applied" });
});
