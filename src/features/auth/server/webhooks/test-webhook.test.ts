import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { setWebhookEnabled } from "./set-webhook-enabled";
import { testWebhook } from "./test-webhook";
import { runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a test event reaches the receiver without anybody having asked for it", async () => {
  const receiver = webhookReceiver();
  const { webhook } = await webhookTo(ctx, receiver.url);
  const delivery = await testWebhook(ctx, { webhookId: webhook.id });
  expect(delivery).toMatchObject({ event: "webhook.test", state: "pending", attempts: 0 });
  await runDelivery(services, ctx, webhook.id);
  expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({
    type: "webhook.test",
    data: { webhookId: webhook.id },
  });
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["webhook.create", "webhook.test"]);
});

test("a webhook that is off, or another tenant's, cannot be tried", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(testWebhook(other, { webhookId: webhook.id }))).toBe("webhook.not_found");
  await setWebhookEnabled(ctx, { webhookId: webhook.id, isEnabled: false });
  expect(await refusalOf(testWebhook(ctx, { webhookId: webhook.id }))).toBe("webhook.switched_off");
});
