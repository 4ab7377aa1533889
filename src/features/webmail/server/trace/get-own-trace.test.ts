import { expect, setDefaultTimeout, test } from "bun:test";
import { tracedMail } from "~/features/users/server/trace/testing-traced-mail";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getOwnTrace } from "./get-own-trace";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("who sent a message sees what became of it, and nobody else does", async () => {
  const { ana, mailDeliveryId, recipient, messageId } = await tracedMail(services, "own");
  const { people } = await testMailboxes(services, "other-own.test", ["eve"]);
  const { delivery } = await getOwnTrace(ana.ctx, { mailDeliveryId });
  expect(delivery).toMatchObject({ recipient, messageId, state: "deferred", reason: "unreachable" });
  expect(await refusalOf(getOwnTrace(people.eve.ctx, { mailDeliveryId }))).toBe("delivery.not_found");
});
