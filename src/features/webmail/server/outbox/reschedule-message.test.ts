import { expect, setDefaultTimeout, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { listThreads } from "../list-threads";
import { sendMessage } from "../send-message";
import { testMailboxes, until } from "../testing-webmail";
import { ListThreads } from "../../schema";
import { listOutbox } from "./list-outbox";
import { rescheduleMessage } from "./reschedule-message";
import { inHours, newMessage } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const subjectsIn = async (role: "inbox" | "sent" | "drafts", who = ana) =>
  (await listThreads(who.ctx, ListThreads.parse({ role }))).threads.map(({ subject }) => subject);

test("a message for tomorrow can be put off, and then be sent at once, and arrives once", async () => {
  const { submissionId } = await sendMessage(ana.ctx, newMessage(bea.address, { sendAt: inHours(24) }));
  const [two] = [inHours(48)];
  const { sendAt } = await rescheduleMessage(ana.ctx, { submissionId, sendAt: two });
  expect(Math.abs(Date.parse(sendAt) - Date.parse(two))).toBeLessThan(5000);
  expect(await subjectsIn("inbox", bea)).toEqual([]);
  const [item] = (await listOutbox(ana.ctx, { limit: 10 })).items;
  expect(item).toMatchObject({ id: submissionId, state: "scheduled", canCancel: true, sendAt });

  await rescheduleMessage(ana.ctx, { submissionId });
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Engines"));
  expect([await subjectsIn("inbox", bea), await subjectsIn("drafts")]).toEqual([["Engines"], []]);
  expect(await refusalOf(rescheduleMessage(ana.ctx, { submissionId }))).toBe("submission.too_late");
});

test("a time that is past, or more than a week away, is refused, and the message waits as before", async () => {
  const { submissionId, sendAt } = await sendMessage(ana.ctx, newMessage(bea.address, { sendAt: inHours(24) }));
  for (const hours of [-1, 24 * 7 + 1])
    expect(await refusalOf(rescheduleMessage(ana.ctx, { submissionId, sendAt: inHours(hours) }))).toBe(
      "request.invalid",
    );
  const { items } = await listOutbox(ana.ctx, { limit: 10 });
  expect(items.find(({ id }) => id === submissionId)).toMatchObject({ state: "scheduled", sendAt });
});
