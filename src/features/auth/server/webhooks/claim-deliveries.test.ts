import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import { jobs, tenants, webhookDeliveries, webhooks } from "../../../../../db/schema";
import { onWebhookDeliver } from "../../../../../jobs/handlers/webhook-deliver";
import { type Handlers, startWorker } from "../../../../../jobs/start-worker";
import { eventually } from "~/lib/testing-eventually";
import { testMember, testServices } from "~/server/testing";
import { claimDeliveries } from "./claim-deliveries";
import { deliveriesOf, queueEvents, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

setDefaultTimeout(60_000);

const world = await testServices();
const services = withLoopback(world.services);
const { ctx } = await testMember(services);

const refOf = (webhookId: string) => ({ tenantId: ctx.tenantId, webhookId });

test("F12 however many workers ask at once, each gets other deliveries, and none gets one twice", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  await queueEvents(ctx, webhook.id, 12);
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimDeliveries(services, refOf(webhook.id))));
  const ids = claims.flatMap((claim) => claim!.deliveries.map(({ id }) => id));
  expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
});

test("nothing is sent for a tenant that is suspended or closed, nor to a webhook that is off", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  await queueEvents(ctx, webhook.id);
  const setState = (state: "active" | "suspended" | "closed") =>
    world.owner.update(tenants).set({ state }).where(eq(tenants.id, ctx.tenantId));
  for (const state of ["suspended", "closed"] as const) {
    await setState(state);
    expect(await claimDeliveries(services, refOf(webhook.id))).toBeNull();
  }
  await setState("active");
  const switchTo = (isEnabled: boolean) =>
    world.owner.update(webhooks).set({ isEnabled }).where(eq(webhooks.id, webhook.id));
  await switchTo(false);
  expect(await claimDeliveries(services, refOf(webhook.id))).toBeNull();
  await switchTo(true);
  expect((await claimDeliveries(services, refOf(webhook.id)))?.deliveries.length).toBe(1);
});

test("F2 a worker killed in mid-delivery loses nothing: another one sends the event again, under the same id", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const receiver = webhookReceiver(async (_, nth) => {
    if (nth < 3) await held;
    return new Response("ok");
  });
  const { webhook } = await webhookTo(ctx, receiver.url);
  await queueEvents(ctx, webhook.id, 3);
  const { host, database } = services.db.client.options;
  const masterKey = Buffer.alloc(32, 7).toString("base64");
  const script = new URL("./testing-delivery-worker.ts", import.meta.url).pathname;
  const child = Bun.spawn(
    [process.execPath, script, String(host[0]), String(services.db.client.options.user), database, masterKey],
    { stdout: "inherit", stderr: "inherit" },
  );
  await eventually(
    async () => receiver.received.length,
    (count) => count === 3,
  );
  child.kill("SIGKILL");
  await child.exited;
  release();
  // Half a minute passes: the leases of the job and of the deliveries end.
  const past = sql`now() - interval '1 second'`;
  await world.owner.update(jobs).set({ leasedUntil: past }).where(eq(jobs.key, webhook.id));
  await world.owner
    .update(webhookDeliveries)
    .set({ nextAttemptAt: past })
    .where(eq(webhookDeliveries.webhookId, webhook.id));
  const worker = await startWorker(services, { "webhook.deliver": onWebhookDeliver } as Partial<Handlers> as Handlers);
  afterAll(() => worker.stop());
  const rows = await eventually(
    () => deliveriesOf(services.db, ctx, webhook.id),
    (all) => all.every(({ state }) => state === "delivered"),
  );
  expect(rows.map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]!);
  expect(ids.slice(3).sort()).toEqual(ids.slice(0, 3).sort());
  expect(new Set(ids)).toEqual(new Set(rows.map(({ eventId }) => eventId)));
});
