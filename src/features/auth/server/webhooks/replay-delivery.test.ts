import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { replayDelivery } from "./replay-delivery";
import { setWebhookEnabled } from "./set-webhook-enabled";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("an event that was sent is sent once more, under the same id", async () => {
  const receiver = webhookReceiver();
  const { webhook } = await webhookTo(ctx, receiver.url);
  const [deliveryId = ""] = await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  expect(await replayDelivery(ctx, { deliveryId })).toMatchObject({ state: "pending", deliveredAt: null });
  await runDelivery(services, ctx, webhook.id);
  const [first, second] = receiver.received.map(({ headers, body }) => [headers["webhook-id"], body]);
  expect([receiver.received.length, second]).toEqual([2, first]);
  expect((await deliveriesOf(services.db, ctx, webhook.id)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ["delivered", 2],
  ]);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["webhook.create", "webhook.replay"]);
});

test("nothing is sent again to a webhook that is off, nor for another tenant", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const [deliveryId = ""] = await queueEvents(ctx, webhook.id);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(replayDelivery(other, { deliveryId }))).toBe("delivery.not_found");
  await setWebhookEnabled(ctx, { webhookId: webhook.id, isEnabled: false });
  expect(await refusalOf(replayDelivery(ctx, { deliveryId }))).toBe("webhook.switched_off");
});
