import { expect, test } from "bun:test";
import { webhookDeliveries, webhooks } from "../../../db/schema";
import { testMember, testServices } from "../testing";
import { pruneDeliveries } from "./prune-deliveries";

const { services, owner } = await testServices();

test("deliveries are forgotten after thirty days, but not while they still wait", async () => {
  const { ctx } = await testMember(services);
  const { tenantId } = ctx;
  const hook = { tenantId, url: "https://hooks.example.org/", events: [], sealedSecret: "-" };
  const [webhook] = await owner.insert(webhooks).values(hook).returning();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const row = (days: number, state: "delivered" | "pending") => ({
    ...{ tenantId, webhookId: webhook!.id, eventId: Bun.randomUUIDv7(), event: "user.created", payload: {} },
    ...{ state, createdAt: daysAgo(days) },
  });
  const old = Array.from({ length: 1500 }, () => row(31, "delivered"));
  await owner.insert(webhookDeliveries).values([...old, row(29, "delivered"), row(31, "pending")]);
  await pruneDeliveries(services);
  const left = await owner.select().from(webhookDeliveries);
  expect(left.map(({ state }) => state).sort()).toEqual(["delivered", "pending"]);
});
