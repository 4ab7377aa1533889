import { expect, setDefaultTimeout, test } from "bun:test";
import { deliveries } from "../../../../../db/schema";
import { refusalOf, testServices } from "~/server/testing";
import { sendMessage } from "../send-message";
import { testMailboxes } from "../testing-webmail";
import { countOutbox } from "./count-outbox";
import { listOutbox } from "./list-outbox";
import { forgetEnd, inHours, newMessage } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "acme.test", ["ana", "bea", "cleo"]);
const { ana, bea, cleo } = people;

/** What the mail server's events would have said of a message. */
async function said(messageId: string, state: "delivered" | "deferred" | "failed", more: object = {}) {
  const queueId = Bun.randomUUIDv7();
  const of = { tenantId: member.tenantId, mailUserId: ana.userId, queueId, queuedAt: new Date() };
  await owner
    .insert(deliveries)
    .values({ ...of, sender: ana.address, recipient: bea.address, messageId, state, ...more });
}

test("the outbox tells of each message what is known, what needs a look first, page by page", async () => {
  const send = async (subject: string, more: object = {}) =>
    sendMessage(ana.ctx, newMessage(bea.address, { subject, ...more }));
  await said((await send("Delivered")).messageId, "delivered");
  const nextAttemptAt = new Date(Date.now() + 60_000);
  await said((await send("Retrying")).messageId, "deferred", { nextAttemptAt, reply: "try later", code: 451 });
  await said((await send("Bounced")).messageId, "failed", { reply: "no such user", code: 550, enhancedCode: "5.1.1" });
  await send("Held", { undoSeconds: 30 });
  await send("Scheduled", { sendAt: inHours(3) });
  await refusalOf(sendMessage(ana.ctx, newMessage("nobody@acme.test", { subject: "Refused" })));
  const partly = newMessage(bea.address, { subject: "Partly", to: [bea.address, "nobody@acme.test"] });
  await said((await sendMessage(ana.ctx, partly)).messageId, "delivered");
  const lost = newMessage(bea.address, { subject: "Lost" });
  await sendMessage(ana.ctx, lost);
  await forgetEnd(owner, lost.idempotencyKey, 0);

  const shown: unknown[] = [];
  for (let after: string | undefined; ;) {
    const page = await listOutbox(ana.ctx, { limit: 3, ...(after ? { after } : {}) });
    shown.push(...page.items.map(({ subject, state, canCancel }) => [subject, state, canCancel]));
    if (!(after = page.next)) break;
  }
  expect(shown).toEqual([
    [null, "sending", false],
    ["Partly", "partly_failed", false],
    ["Refused", "failed", false],
    ["Scheduled", "scheduled", true],
    ["Held", "held", true],
    ["Bounced", "failed", false],
    ["Retrying", "retrying", false],
    ["Delivered", "delivered", false],
  ]);
  const { items } = await listOutbox(ana.ctx, { limit: 20 });
  expect(items.find(({ subject }) => subject === "Bounced")).toMatchObject({
    to: [{ name: null, email: bea.address }],
    recipientCount: 1,
    recipients: [{ email: bea.address, state: "failed", reply: "no such user", reason: "no_such_mailbox" }],
  });
  expect(items.find(({ subject }) => subject === "Retrying")?.recipients[0]?.nextAttemptAt).toBe(
    nextAttemptAt.toISOString(),
  );
  expect(items.find(({ subject }) => subject === "Refused")?.error).toContain("nobody@acme.test");
  expect(await countOutbox(ana.ctx)).toEqual({ waiting: 2, troubled: 1 });
});

test("nobody sees what somebody else sent, and a cursor that is none is refused", async () => {
  expect(await listOutbox(cleo.ctx, { limit: 20 })).toEqual({ items: [] });
  expect(await countOutbox(cleo.ctx)).toEqual({ waiting: 0, troubled: 0 });
  expect(await refusalOf(listOutbox(ana.ctx, { limit: 20, after: "0 x" }))).toBe("request.invalid");
});
