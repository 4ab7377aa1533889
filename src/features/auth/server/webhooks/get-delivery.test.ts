import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { getDelivery } from "./get-delivery";
import { queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a delivery shows what was sent and what came back, to its tenant only", async () => {
  const receiver = webhookReceiver(() => new Response("<script>alert(1)</script>", { status: 400 }));
  const { webhook } = await webhookTo(ctx, receiver.url);
  const [deliveryId = ""] = await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const detail = await getDelivery(ctx, { deliveryId });
  expect(detail).toMatchObject({ responseStatus: 400, response: "<script>alert(1)</script>" });
  expect(detail.payload).toEqual(JSON.parse(receiver.received[0]!.body));
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(getDelivery(other, { deliveryId }))).toBe("delivery.not_found");
});
