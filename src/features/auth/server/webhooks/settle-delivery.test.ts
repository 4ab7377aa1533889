import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { notices, users, webhookDeliveries, webhooks } from "../../../../../db/schema";
import { auditedActions, joinTenant, testMember, testServices } from "~/server/testing";
import { getWebhook } from "./get-webhook";
import { maxAttempts } from "./retry-schedule";
import { deliveriesOf, queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const world = await testServices();
const services = withLoopback(world.services);
const day = 86_400_000;
const after = (ms: number) => ({ ...services, now: () => new Date(Date.now() + ms) });
const fails = () => webhookReceiver(() => new Response(null, { status: 500 }));

test("a receiver that says it is gone is never called again, and the owners are told by mail", async () => {
  const { ctx } = await testMember(services);
  const { ctx: second } = await joinTenant(services, ctx.tenantId, "owner");
  await joinTenant(services, ctx.tenantId, "admin");
  const receiver = webhookReceiver(() => new Response(null, { status: 410 }));
  const { webhook } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id, 6);
  await runDelivery(services, ctx, webhook.id);
  const sent = receiver.received.length;
  await runDelivery(after(day), ctx, webhook.id);
  expect(receiver.received.length).toBe(sent);
  expect(await getWebhook(ctx, { webhookId: webhook.id })).toMatchObject({ isEnabled: false, health: "gone" });
  const states = (await deliveriesOf(services.db, ctx, webhook.id)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["failed"]));
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["webhook.create", "webhook.switch_off"]);
  const mails = await world.owner.select().from(notices).where(eq(notices.tenantId, ctx.tenantId));
  expect(mails.map(({ kind }) => kind)).toEqual(["webhook_disabled", "webhook_disabled"]);
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([ctx.actor.email, second.actor.email].sort());
});

test("a delivery is given up after ten attempts over three days, and what follows is tried all the same", async () => {
  const { ctx } = await testMember(services);
  const receiver = fails();
  const { webhook } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id);
  let at = 0;
  for (let attempt = 1; attempt <= maxAttempts + 2; attempt++) {
    await runDelivery(after(at), ctx, webhook.id);
    const [row] = await deliveriesOf(services.db, ctx, webhook.id);
    at = row?.nextAttemptAt ? row.nextAttemptAt.getTime() - Date.now() + 1 : at + day;
  }
  const [row] = await deliveriesOf(services.db, ctx, webhook.id);
  expect([row?.state, row?.attempts, receiver.received.length]).toEqual(["failed", maxAttempts, maxAttempts]);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  expect(receiver.received.length).toBe(maxAttempts + 1);
});

test("a webhook that fails for five days is switched off; one that came through in between is not", async () => {
  const { ctx } = await testMember(services);
  const isOn = async (comesThroughOnDay: number | null) => {
    let today = 0;
    const receiver = webhookReceiver(() => new Response(null, { status: today === comesThroughOnDay ? 200 : 500 }));
    const { webhook } = await webhookTo(ctx, receiver.url);
    for (; today <= 6; today++) {
      await queueEvents(ctx, webhook.id);
      await runDelivery(after(today * day), ctx, webhook.id);
    }
    return (await getWebhook(ctx, { webhookId: webhook.id })).isEnabled;
  };
  expect([await isOn(null), await isOn(3)]).toEqual([false, true]);
});

test("a worker that comes late does not undo what another one has brought through", async () => {
  const { ctx } = await testMember(services);
  const receiver = webhookReceiver(async (_, nth) => {
    if (nth === 0)
      await world.owner
        .update(webhookDeliveries)
        .set({ attempts: 2, state: "delivered", nextAttemptAt: null })
        .where(eq(webhookDeliveries.tenantId, ctx.tenantId));
    return new Response(null, { status: 500 });
  });
  const { webhook } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const [row] = await deliveriesOf(services.db, ctx, webhook.id);
  expect([row?.state, row?.attempts, row?.responseStatus]).toEqual(["delivered", 2, null]);
  const [stored] = await world.owner.select().from(webhooks).where(eq(webhooks.id, webhook.id));
  expect(stored?.failingSince).toBeNull();
});

test("nobody is written to when a tenant has lost its owners meanwhile", async () => {
  const { ctx } = await testMember(services);
  const { webhook } = await webhookTo(ctx, webhookReceiver(() => new Response(null, { status: 410 })).url);
  await queueEvents(ctx, webhook.id);
  await world.owner.update(users).set({ role: "viewer" }).where(eq(users.tenantId, ctx.tenantId));
  await runDelivery(services, ctx, webhook.id);
  expect(await world.owner.select().from(notices).where(eq(notices.tenantId, ctx.tenantId))).toEqual([]);
});
