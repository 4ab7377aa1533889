import { expect, setDefaultTimeout, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { cancelMail } from "./cancel-mail";
import { retryMail } from "./retry-mail";
import { tracedMail } from "./testing-traced-mail";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("a message is tried at once when an admin asks for it", async () => {
  const { ctx, mailDeliveryId, held, tenantId } = await tracedMail(services, "retried");
  const { attempts } = (await held())!.recipients[0]!;
  const trace = await retryMail(ctx, { mailDeliveryId });
  expect(trace.steps.at(-1)).toMatchObject({ kind: "retried", by: ctx.actor.email });
  for (const end = Date.now() + 10_000; (await held())!.recipients[0]!.attempts === attempts;) {
    expect(Date.now()).toBeLessThan(end);
    await Bun.sleep(20);
  }
  expect(await auditedActions(services, tenantId)).toContain("mail.retry");
  await cancelMail(ctx, { mailDeliveryId, all: false });
  expect(await refusalOf(retryMail(ctx, { mailDeliveryId }))).toBe("delivery.settled");
});

test("who may only look, who looks after another domain, and another tenant have nothing tried", async () => {
  const { mailDeliveryId, tenantId, held } = await tracedMail(services, "not-retried");
  const { ctx: viewer } = await joinTenant(services, tenantId, "viewer");
  const { ctx: elsewhere } = await joinTenant(services, tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(retryMail(viewer, { mailDeliveryId }))).toBe("auth.role_too_low");
  for (const ctx of [elsewhere, stranger])
    expect(await refusalOf(retryMail(ctx, { mailDeliveryId }))).toBe("delivery.not_found");
  expect(await held()).toBeDefined();
});
