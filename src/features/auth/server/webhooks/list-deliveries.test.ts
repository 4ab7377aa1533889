import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { listDeliveries } from "./list-deliveries";
import { queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("the log is read page by page, newest first, and by state", async () => {
  const receiver = webhookReceiver((_, nth) => new Response(null, { status: nth === 1 ? 500 : 200 }));
  const { webhook } = await webhookTo(ctx, receiver.url);
  const webhookId = webhook.id;
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    ids.unshift(...(await queueEvents(ctx, webhookId)));
    await runDelivery(services, ctx, webhookId);
  }
  const first = await listDeliveries(ctx, { webhookId, limit: 2 });
  const rest = await listDeliveries(ctx, { webhookId, limit: 2, after: first.next });
  expect([...first.deliveries, ...rest.deliveries].map(({ id }) => id)).toEqual(ids);
  expect(rest.next).toBeUndefined();
  const waiting = await listDeliveries(ctx, { webhookId, state: "pending", limit: 5 });
  expect(waiting.deliveries.map(({ responseStatus }) => responseStatus)).toEqual([500]);
});

test("V8.4.1 another tenant's log is not there", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(listDeliveries(other, { webhookId: webhook.id, limit: 5 }))).toBe("webhook.not_found");
});
