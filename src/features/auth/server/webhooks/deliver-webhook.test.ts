import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { jobs, webhooks } from "../../../../../db/schema";
import { tcpReceiver } from "~/server/guarded-fetch/testing-receiver";
import { testMember, testServices } from "~/server/testing";
import { getWebhook } from "./get-webhook";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const world = await testServices();
const services = withLoopback(world.services);
const { ctx } = await testMember(services);

const jobsOf = (webhookId: string) => services.db.select().from(jobs).where(eq(jobs.key, webhookId));

/** The only delivery of a webhook after its job has run once. */
async function deliverOne(url: string) {
  const { webhook } = await webhookTo(ctx, url);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const [delivery] = await deliveriesOf(services.db, ctx, webhook.id);
  return { webhook: await getWebhook(ctx, { webhookId: webhook.id }), delivery: delivery! };
}

test("an event arrives as JSON, signed so that a verifier of the standard accepts it with the secret that was shown", async () => {
  const receiver = webhookReceiver();
  const { webhook, secret } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
  const verified = new Webhook(secret).verify(body, headers);
  expect(verified).toEqual({ type: "user.created", timestamp: expect.any(String), data: { n: 0 } });
  expect(headers["content-type"]).toBe("application/json");
  expect(() => new Webhook(secret).verify(body.replace("0", "1"), headers)).toThrow();
  const [delivery] = await deliveriesOf(services.db, ctx, webhook.id);
  expect(delivery).toMatchObject({ state: "delivered", attempts: 1, responseStatus: 204, nextAttemptAt: null });
  expect(headers["webhook-id"]).toBe(delivery!.eventId);
  expect((await getWebhook(ctx, { webhookId: webhook.id })).health).toBe("healthy");
});

test("a receiver that fails is tried again later under the same id, until it takes the event", async () => {
  const receiver = webhookReceiver((_, nth) => new Response("busy", { status: nth === 0 ? 500 : 200 }));
  const { webhook, delivery } = await deliverOne(receiver.url);
  expect(delivery).toMatchObject({ state: "pending", attempts: 1, responseStatus: 500, response: "busy" });
  const pause = delivery.nextAttemptAt!.getTime() - Date.now();
  expect(pause).toBeGreaterThan(2000);
  expect(pause).toBeLessThan(6000);
  expect(webhook.health).toBe("failing");
  const waiting = (await jobsOf(webhook.id)).filter(({ state }) => state === "pending");
  expect(waiting.length).toBe(1);
  const later = { ...services, now: () => new Date(Date.now() + 6000) };
  await runDelivery(later, ctx, webhook.id);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(ids).toEqual([delivery.eventId, delivery.eventId]);
  expect((await deliveriesOf(services.db, ctx, webhook.id))[0]).toMatchObject({ state: "delivered", attempts: 2 });
  expect((await getWebhook(ctx, { webhookId: webhook.id })).health).toBe("healthy");
});

test("before its time a delivery is not tried again, however often the job runs", async () => {
  const receiver = webhookReceiver(() => new Response(null, { status: 503 }));
  const { webhook } = await deliverOne(receiver.url);
  for (let run = 0; run < 3; run++) await runDelivery(services, ctx, webhook.id);
  expect(receiver.received.length).toBe(1);
});

test("a receiver that asks to wait is given that time", async () => {
  const receiver = webhookReceiver(() => new Response(null, { status: 429, headers: { "retry-after": "3600" } }));
  const { delivery } = await deliverOne(receiver.url);
  expect(Math.round((delivery.nextAttemptAt!.getTime() - Date.now()) / 60_000)).toBe(60);
});

test("V15.3.2 a redirect counts as a failure and is not followed, wherever it leads", async () => {
  const inside = await tcpReceiver((socket) => socket.end());
  const receiver = webhookReceiver(() => Response.redirect(`http://127.0.0.1:${inside.port}/`));
  expect((await deliverOne(receiver.url)).delivery).toMatchObject({ state: "pending", responseStatus: 302 });
  expect(inside.seen.connections).toBe(0);
});

test("V1.3.6 a name that leads inside by the time of the delivery is not called", async () => {
  const inside = await tcpReceiver((socket) => socket.end());
  const { webhook } = await webhookTo(ctx, `http://127.0.0.1:${inside.port}/`);
  await queueEvents(ctx, webhook.id);
  await runDelivery(world.services, ctx, webhook.id);
  const [delivery] = await deliveriesOf(services.db, ctx, webhook.id);
  expect(delivery).toMatchObject({ state: "pending", attempts: 1, responseStatus: null });
  expect(inside.seen.connections).toBe(0);
});

test("of a huge answer, a cut one or one that is no text only the readable beginning is kept", async () => {
  const huge = webhookReceiver(() => new Response("x".repeat(5_000_000)));
  expect((await deliverOne(huge.url)).delivery).toMatchObject({ state: "delivered", response: "x".repeat(2000) });
  const binary = webhookReceiver(() => new Response(Buffer.from([0xff, 0, 0x3c])));
  expect((await deliverOne(binary.url)).delivery).toMatchObject({ state: "delivered", response: "\u{fffd}\u{fffd}<" });
  const cut = await tcpReceiver((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc"));
  });
  const { delivery } = await deliverOne(`http://127.0.0.1:${cut.port}/`);
  expect(delivery).toMatchObject({ state: "pending", responseStatus: null });
  expect(delivery.response).toContain("cut");
});

test("F12 a hundred runs of one job at once send each event once and change it once", async () => {
  const receiver = webhookReceiver(async () => (await Bun.sleep(20), new Response("ok")));
  const { webhook } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id, 10);
  await Promise.all(Array.from({ length: 100 }, () => runDelivery(services, ctx, webhook.id)));
  const rows = await deliveriesOf(services.db, ctx, webhook.id);
  expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(rows.map(() => ["delivered", 1]));
  expect(receiver.received.length).toBe(10);
});

test("F14 a webhook whose secret cannot be opened ends in its own log, not in a job that fails for ever", async () => {
  const receiver = webhookReceiver();
  const { webhook } = await webhookTo(ctx, receiver.url);
  await world.owner.update(webhooks).set({ sealedSecret: "x" }).where(eq(webhooks.id, webhook.id));
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const [delivery] = await deliveriesOf(services.db, ctx, webhook.id);
  expect(delivery).toMatchObject({ state: "pending", attempts: 1, response: "something went wrong on our side" });
  expect(receiver.received).toEqual([]);
  expect(world.logged.some((line) => line.includes("an event could not be sent"))).toBe(true);
});

test("nothing is sent for a webhook that is gone, and what waits for one that is not there is no failure", async () => {
  await runDelivery(services, ctx, Bun.randomUUIDv7());
});
