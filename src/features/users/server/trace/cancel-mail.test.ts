import { expect, setDefaultTimeout, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { cancelMail } from "./cancel-mail";
import { tracedMail } from "./testing-traced-mail";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("an admin takes it out of the queue: it is gone there, and history and audit log say who did it", async () => {
  const { ctx, mailDeliveryId, held, tenantId } = await tracedMail(services, "admin");
  const trace = await cancelMail(ctx, { mailDeliveryId, all: false });
  expect(trace.delivery).toMatchObject({ state: "cancelled", nextAttemptAt: null });
  expect(trace.steps.at(-1)).toMatchObject({ kind: "cancelled", by: ctx.actor.email });
  expect(await held()).toBeUndefined();
  expect(await auditedActions(services, tenantId)).toContain("mail.cancel");
  expect(await refusalOf(cancelMail(ctx, { mailDeliveryId, all: false }))).toBe("delivery.settled");
});

test("who may only look, who looks after another domain, and another tenant change nothing", async () => {
  const { mailDeliveryId, tenantId, held } = await tracedMail(services, "refused");
  const { ctx: viewer } = await joinTenant(services, tenantId, "viewer");
  const { ctx: elsewhere } = await joinTenant(services, tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(cancelMail(viewer, { mailDeliveryId, all: true }))).toBe("auth.role_too_low");
  for (const ctx of [elsewhere, stranger])
    expect(await refusalOf(cancelMail(ctx, { mailDeliveryId, all: true }))).toBe("delivery.not_found");
  expect(await held()).toBeDefined();
});
