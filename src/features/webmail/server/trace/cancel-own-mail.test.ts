import { expect, setDefaultTimeout, test } from "bun:test";
import { tracedMail } from "~/features/users/server/trace/testing-traced-mail";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { cancelOwnMail } from "./cancel-own-mail";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("its sender takes it out of the queue, and nobody else's", async () => {
  const { mailDeliveryId, ana, held } = await tracedMail(services, "sender");
  const { people } = await testMailboxes(services, "other-sender.test", ["eve"]);
  expect(await refusalOf(cancelOwnMail(people.eve.ctx, { mailDeliveryId, all: true }))).toBe("delivery.not_found");
  const { delivery } = await cancelOwnMail(ana.ctx, { mailDeliveryId, all: true });
  expect([delivery.state, await held()]).toEqual(["cancelled", undefined]);
  expect(await auditedActions(services, ana.ctx.tenantId)).toContain("mail.cancel");
  expect(await refusalOf(cancelOwnMail(ana.ctx, { mailDeliveryId, all: true }))).toBe("delivery.settled");
});
