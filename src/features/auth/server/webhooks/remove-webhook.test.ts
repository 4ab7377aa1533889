import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { getWebhook } from "./get-webhook";
import { removeWebhook } from "./remove-webhook";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a webhook goes with its log, and what waited for it is not sent", async () => {
  const receiver = webhookReceiver();
  const { webhook } = await webhookTo(ctx, receiver.url);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(removeWebhook(other, { webhookId: webhook.id }))).toBe("webhook.not_found");
  await queueEvents(ctx, webhook.id);
  await removeWebhook(ctx, { webhookId: webhook.id });
  await runDelivery(services, ctx, webhook.id);
  expect(receiver.received).toEqual([]);
  expect(await deliveriesOf(services.db, ctx, webhook.id)).toEqual([]);
  expect(await refusalOf(getWebhook(ctx, { webhookId: webhook.id }))).toBe("webhook.not_found");
  expect(await refusalOf(removeWebhook(ctx, { webhookId: webhook.id }))).toBe("webhook.not_found");
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["webhook.create", "webhook.remove"]);
});
