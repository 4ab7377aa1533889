import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { getDomain } from "./get-domain";
import { setIntent } from "./set-intent";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "moving.test" });

test("nothing is taken for meant before it was asked, and what is meant can be changed", async () => {
  expect((await getDomain(ctx, { domainId })).intent).toBeNull();
  await setIntent(ctx, { domainId, intent: "move_later" });
  await setIntent(ctx, { domainId, intent: "move_later" });
  expect((await getDomain(ctx, { domainId })).intent).toBe("move_later");
  await setIntent(ctx, { domainId, intent: "send_only" });
  expect((await getDomain(ctx, { domainId })).intent).toBe("send_only");
  expect(await auditedActions(services, ctx.tenantId)).toEqual([
    "domain.add",
    "domain.set_intent",
    "domain.set_intent",
  ]);
});

test("a viewer and another tenant decide nothing", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(setIntent(viewer, { domainId, intent: "move_now" }))).toBe("auth.role_too_low");
  const stranger = (await testMember(services)).ctx;
  expect(await refusalOf(setIntent(stranger, { domainId, intent: "move_now" }))).toBe("domain.not_found");
});
