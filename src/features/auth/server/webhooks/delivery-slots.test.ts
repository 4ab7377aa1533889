import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { onWebhookDeliver } from "../../../../../jobs/handlers/webhook-deliver";
import { type Handlers, startWorker } from "../../../../../jobs/start-worker";
import { eventually } from "~/lib/testing-eventually";
import { testMember, testServices } from "~/server/testing";
import { takeDeliverySlot } from "./delivery-slots";
import { queueEvents, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

setDefaultTimeout(60_000);

const services = withLoopback((await testServices()).services);
const worker = await startWorker(services, { "webhook.deliver": onWebhookDeliver } as Partial<Handlers> as Handlers);
afterAll(() => worker.stop());

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

test("a webhook is served once at a time, a tenant's no more than two", () => {
  const leave = takeDeliverySlot("t", "a")!;
  expect(takeDeliverySlot("t", "a")).toBeNull();
  const leaveB = takeDeliverySlot("t", "b")!;
  expect(takeDeliverySlot("t", "c")).toBeNull();
  takeDeliverySlot("other", "c")!();
  leave();
  takeDeliverySlot("t", "c")!();
  leaveB();
});

test("F15 neither slow receivers nor a flood of one tenant keep another one's events back", async () => {
  const mine = await testMember(services);
  const arrived: number[] = [];
  const receiver = webhookReceiver(() => (arrived.push(performance.now()), new Response("ok")));
  const { webhook } = await webhookTo(mine.ctx, receiver.url);
  /** Milliseconds from the event's transaction to its arrival, the median of `count`. */
  const latency = async (count: number) => {
    const waits: number[] = [];
    for (let n = 0; n < count; n++) {
      const before = arrived.length;
      await queueEvents(mine.ctx, webhook.id);
      const asked = performance.now();
      await eventually(
        async () => arrived.length,
        (now) => now > before,
      );
      waits.push(arrived.at(-1)! - asked);
    }
    return median(waits);
  };
  await latency(3);
  const alone = await latency(9);
  const flooding = await testMember(services);
  const slow = webhookReceiver(async () => (await Bun.sleep(3000), new Response("at last")));
  const quick = webhookReceiver(async () => (await Bun.sleep(50), new Response("ok")));
  for (const { url } of [...Array.from({ length: 10 }, () => slow), quick, quick])
    await queueEvents(flooding.ctx, (await webhookTo(flooding.ctx, url)).webhook.id, 25);
  await eventually(
    async () => slow.received.length,
    (count) => count > 0,
  );
  const beside = await latency(9);
  // Held up they would take seconds; the constant is what a busy machine may add to a few milliseconds.
  expect(beside).toBeLessThan(alone * 2 + 60);
});
