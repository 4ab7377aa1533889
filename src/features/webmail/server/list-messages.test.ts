import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { MessagePage } from "../schema";
import { listMessages } from "./list-messages";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;

test("a folder is read newest first, page by page, each message once", async () => {
  const ids: string[] = [];
  for (const day of [1, 2, 3])
    ids.unshift(await putMail(ctx, { subject: `Day ${day}`, at: new Date(Date.UTC(2026, 1, day)) }));
  const first = await listMessages(ctx, { role: "inbox", limit: 2 });
  const second = await listMessages(ctx, { role: "inbox", limit: 2, after: first.next });
  expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(ids);
  expect([first.total, second.next]).toEqual([3, undefined]);
  expect(MessagePage.safeParse(first).success).toBe(true);
});

test("a folder that is not there is named so", async () => {
  expect(await refusalOf(listMessages(ctx, { mailboxId: "zzzz", limit: 2 }))).toBe("mailbox.not_found");
});
