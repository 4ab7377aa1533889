import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { jobs, tenants } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { sweepDeliveries } from "./sweep-deliveries";
import { queueEvents, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const world = await testServices();
const services = withLoopback(world.services);
const later = { ...services, now: () => new Date(Date.now() + 120_000) };

const waitingJobs = (webhookId: string) =>
  services.db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.key, webhookId), eq(jobs.state, "pending")));

async function overdue() {
  const { ctx } = await testMember(services);
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  await queueEvents(ctx, webhook.id, 3);
  await services.db.delete(jobs).where(eq(jobs.key, webhook.id));
  return { ctx, webhookId: webhook.id };
}

test("deliveries whose job was lost are found and asked for again, once", async () => {
  const { webhookId } = await overdue();
  await sweepDeliveries(services);
  expect((await waitingJobs(webhookId)).length).toBe(0);
  await sweepDeliveries(later);
  await sweepDeliveries(later);
  expect((await waitingJobs(webhookId)).length).toBe(1);
});

test("a suspended tenant's deliveries wait, and go out when it is active again", async () => {
  const { ctx, webhookId } = await overdue();
  const setState = (state: "active" | "suspended") =>
    world.owner.update(tenants).set({ state }).where(eq(tenants.id, ctx.tenantId));
  await setState("suspended");
  await sweepDeliveries(later);
  expect((await waitingJobs(webhookId)).length).toBe(0);
  await setState("active");
  await sweepDeliveries(later);
  expect((await waitingJobs(webhookId)).length).toBe(1);
});
