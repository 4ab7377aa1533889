import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { getWebhook } from "./get-webhook";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";
import { updateWebhook } from "./update-webhook";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a webhook that is led to another server is a new one there, and what waited goes to it", async () => {
  const [broken, working] = [webhookReceiver(() => new Response(null, { status: 500 })), webhookReceiver()];
  const { webhook } = await webhookTo(ctx, broken.url);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  expect((await getWebhook(ctx, { webhookId: webhook.id })).health).toBe("failing");
  const settings = { url: working.url, description: "Moved", events: ["user.removed" as const] };
  const changed = await updateWebhook(ctx, { webhookId: webhook.id, ...settings });
  expect(changed).toMatchObject({ ...settings, health: "idle" });
  await runDelivery({ ...services, now: () => new Date(Date.now() + 6000) }, ctx, webhook.id);
  expect(working.received.length).toBe(1);
  expect((await deliveriesOf(services.db, ctx, webhook.id))[0]?.state).toBe("delivered");
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["webhook.create", "webhook.update"]);
});

test("V8.4.1 another tenant's webhook is not there, and addresses inside are refused here, too", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const { ctx: other } = await testMember(services);
  const settings = { webhookId: webhook.id, url: webhook.url, description: "", events: ["user.created" as const] };
  expect(await refusalOf(updateWebhook(other, settings))).toBe("webhook.not_found");
  const inside = { ...settings, url: "http://10.0.0.1/" };
  expect(await refusalOf(updateWebhook(ctx, inside))).toBe("webhook.url_refused");
});
