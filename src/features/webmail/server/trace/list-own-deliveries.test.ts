import { expect, setDefaultTimeout, test } from "bun:test";
import { tracedMail } from "~/features/users/server/trace/testing-traced-mail";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { listOwnDeliveries } from "./list-own-deliveries";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("who sent a message finds it by its Message-ID and its state, and nobody else does", async () => {
  const { ana, mailDeliveryId, messageId } = await tracedMail(services, "own");
  const { people } = await testMailboxes(services, "other-own.test", ["eve"]);
  const ids = async (asked: { messageId?: string; state?: "deferred" | "failed" } = {}, ctx = ana.ctx) =>
    (await listOwnDeliveries(ctx, { limit: 5, ...asked })).deliveries.map(({ id }) => id);
  expect(await ids({ messageId })).toEqual([mailDeliveryId]);
  expect([await ids({ state: "deferred" }), await ids({ state: "failed" })]).toEqual([[mailDeliveryId], []]);
  expect(await ids({}, people.eve.ctx)).toEqual([]);
  expect(await ids({ messageId }, people.eve.ctx)).toEqual([]);
});
