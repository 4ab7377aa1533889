import { expect, setDefaultTimeout, test } from "bun:test";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { getMessage } from "../get-message";
import { getOwnSendLimits } from "../get-own-send-limits";
import { listThreads } from "../list-threads";
import { sendMessage } from "../send-message";
import { testMailboxes, until } from "../testing-webmail";
import { ListThreads } from "../../schema";
import { cancelMessage } from "./cancel-message";
import { inHours, newMessage } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services } = await testServices();
const { member, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const subjectsIn = async (role: "inbox" | "sent" | "drafts", who = ana) =>
  (await listThreads(who.ctx, ListThreads.parse({ role }))).threads.map(({ subject }) => subject);

test("what is taken back in time is a draft again, never arrives, is not counted, and can be sent anew", async () => {
  const before = JSON.stringify(await getOwnSendLimits(ana.ctx));
  const sent = await sendMessage(ana.ctx, newMessage(bea.address, { subject: "Too soon", undoSeconds: 30 }));
  expect(sent.undoSeconds).toBeGreaterThanOrEqual(28);
  expect(sent.undoSeconds).toBeLessThanOrEqual(30);
  const { draftId } = await cancelMessage(ana.ctx, sent);
  expect((await getMessage(ana.ctx, { messageId: draftId })).keywords).toContain("$draft");
  expect([await subjectsIn("drafts"), await subjectsIn("sent")]).toEqual([["Too soon"], []]);
  expect(await auditedActions(services, member.tenantId)).toContain("message.cancelled");
  expect(JSON.stringify(await getOwnSendLimits(ana.ctx))).toBe(before);

  await sendMessage(ana.ctx, newMessage(bea.address, { subject: "In time", draftId }));
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("In time"));
  expect(await subjectsIn("inbox", bea)).toEqual(["In time"]);
  expect(await subjectsIn("drafts")).toEqual([]);
});

test("what has left cannot be taken back, and is said to have left", async () => {
  const sent = await sendMessage(ana.ctx, newMessage(bea.address, { subject: "Gone" }));
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Gone"));
  expect(await refusalOf(cancelMessage(ana.ctx, sent))).toBe("submission.too_late");
  expect(await subjectsIn("sent")).toContain("Gone");
});

test("the same message is taken back once, however often it is asked for at once, and its key sends no more", async () => {
  const message = newMessage(bea.address, { subject: "Later", sendAt: inHours(2) });
  const sent = await sendMessage(ana.ctx, message);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusalOf(cancelMessage(ana.ctx, sent))));
  expect(outcomes.toSorted()).toEqual(["none", ...Array.from({ length: 4 }, () => "submission.too_late")]);
  expect(await refusalOf(sendMessage(ana.ctx, message))).toBe("submission.cancelled");
});

test("nobody takes back what somebody else sends", async () => {
  const sent = await sendMessage(ana.ctx, newMessage(bea.address, { sendAt: inHours(2) }));
  expect(await refusalOf(cancelMessage(bea.ctx, sent))).toBe("submission.not_found");
});
