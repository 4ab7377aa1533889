import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { setWebhookEnabled } from "./set-webhook-enabled";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a webhook that is switched off gets nothing, also not later what had waited", async () => {
  const receiver = webhookReceiver();
  const { webhook } = await webhookTo(ctx, receiver.url);
  const webhookId = webhook.id;
  await queueEvents(ctx, webhookId, 2);
  expect(await setWebhookEnabled(ctx, { webhookId, isEnabled: false })).toMatchObject({ health: "off" });
  await setWebhookEnabled(ctx, { webhookId, isEnabled: false });
  await runDelivery(services, ctx, webhookId);
  expect(await setWebhookEnabled(ctx, { webhookId, isEnabled: true })).toMatchObject({ health: "idle" });
  await runDelivery(services, ctx, webhookId);
  expect(receiver.received).toEqual([]);
  const states = (await deliveriesOf(services.db, ctx, webhookId)).map(({ state }) => state);
  expect(states).toEqual(["failed", "failed"]);
  const expected = ["webhook.create", "webhook.suspend", "webhook.resume"];
  expect(await auditedActions(services, ctx.tenantId)).toEqual(expected);
});

test("V8.4.1 another tenant's webhook is not there", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const { ctx: other } = await testMember(services);
  const attempt = setWebhookEnabled(other, { webhookId: webhook.id, isEnabled: false });
  expect(await refusalOf(attempt)).toBe("webhook.not_found");
});
