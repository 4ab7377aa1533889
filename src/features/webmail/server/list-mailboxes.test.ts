import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { listMailboxes } from "./list-mailboxes";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);

test("a program reads which folders there are, what they are for and what is in them", async () => {
  await putMail(people.ana.ctx, { subject: "Engines" });
  const { mailboxes } = await listMailboxes(people.ana.ctx);
  expect(mailboxes.find(({ role }) => role === "inbox")).toMatchObject({ totalMessages: 1, unreadMessages: 1 });
  expect(mailboxes.map(({ role }) => role)).toContain("trash");
});
