import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { deliveries, deliveryEvents } from "../../../db/schema";
import { testServices } from "../testing";
import { pruneMail } from "./prune-mail";
import { reconcileQueue } from "./reconcile-queue";
import { standing, totalsOf } from "./testing-events";
import { waitingMail } from "./testing-waiting-mail";

setDefaultTimeout(60_000);
const { services, owner } = await testServices();
const { queue } = services.engine.directory;
const later = (minutes: number) => ({ ...services, now: () => new Date(Date.now() + minutes * 60_000) });

const sentAway = (name: string) => waitingMail(services, name);

test("mail that was sent while nobody listened shows up with its sender, its Message-ID and its next attempt", async () => {
  const { tenantId, ana, messageId, held, recipient } = await sentAway("deaf");
  await reconcileQueue(services);
  expect(await standing(owner, tenantId)).toEqual([]);
  await reconcileQueue(later(2));
  const [row] = await standing(owner, tenantId);
  expect(row).toMatchObject({ recipient, state: "deferred", mailUserId: ana.userId, messageId, sender: ana.address });
  expect(row!.attempts).toBeGreaterThan(0);
  expect(row!.reply).not.toBeNull();
  expect(row!.nextAttemptAt?.toISOString()).toBe(new Date((await held())!.recipients[0]!.nextAttemptAt!).toISOString());
  expect(await totalsOf(owner, ana.userId)).toMatchObject({ sent: 1, sentOutside: 1 });
});

test("what is asked again and again without news is written down once", async () => {
  const { tenantId } = await sentAway("again");
  for (let round = 0; round < 3; round++) await reconcileQueue(later(2));
  const seen = await owner.select().from(deliveryEvents).where(eq(deliveryEvents.tenantId, tenantId));
  expect(seen.map(({ type }) => type)).toEqual(["queue.seen"]);
});

test("mail that left the queue without a word is said to have done that, and nothing more", async () => {
  const { tenantId, held } = await sentAway("gone");
  await reconcileQueue(later(2));
  expect(await queue.cancel({ queueId: (await held())!.queueId })).toBe(true);
  await reconcileQueue(later(2));
  expect((await standing(owner, tenantId))[0]).toMatchObject({ state: "deferred", settledAt: null });
  await reconcileQueue(later(24 * 60));
  expect((await standing(owner, tenantId))[0]).toMatchObject({ state: "unreported", nextAttemptAt: null });
});

test("after ninety days mail and its history are forgotten", async () => {
  const { tenantId } = await sentAway("old");
  await reconcileQueue(later(2));
  const left = async () => [
    await owner.$count(deliveries, eq(deliveries.tenantId, tenantId)),
    await owner.$count(deliveryEvents, eq(deliveryEvents.tenantId, tenantId)),
  ];
  await pruneMail(later(89 * 24 * 60));
  expect(await left()).toEqual([1, 1]);
  await pruneMail(later(91 * 24 * 60));
  expect(await left()).toEqual([0, 0]);
});
