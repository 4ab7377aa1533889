import { expect, setDefaultTimeout, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { getTrace } from "./get-trace";
import { tracedMail } from "./testing-traced-mail";

setDefaultTimeout(60_000);
const { services } = await testServices();

test("mail that waits is shown with what the other side said and when it is tried next", async () => {
  const { ctx, mailDeliveryId, recipient, ana, messageId } = await tracedMail(services, "shown");
  const { delivery, steps, waiting: open } = await getTrace(ctx, { mailDeliveryId });
  expect(delivery).toMatchObject({
    recipient,
    state: "deferred",
    userId: ana.userId,
    messageId,
    reason: "unreachable",
  });
  expect(delivery.nextAttemptAt).not.toBeNull();
  expect([steps.map(({ kind }) => kind), open]).toEqual([["seen"], 1]);
  expect(JSON.stringify([delivery, steps])).not.toContain("Hello");
  const { ctx: elsewhere } = await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  const { ctx: stranger } = await testMember(services);
  for (const other of [elsewhere, stranger])
    expect(await refusalOf(getTrace(other, { mailDeliveryId }))).toBe("delivery.not_found");
});
