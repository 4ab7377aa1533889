import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "./get-message";
import { listMailboxes } from "./list-mailboxes";
import { putMail, testMailboxes } from "./testing-webmail";
import { updateMessage } from "./update-message";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const messageId = await putMail(ctx, { subject: "Engines" });
const junk = (await listMailboxes(ctx)).mailboxes.find(({ role }) => role === "junk")!.id;

test("a message is marked and moved in one call, and what is not named stays", async () => {
  await updateMessage(ctx, { messageId, isRead: true, isFlagged: true });
  await updateMessage(ctx, { messageId, isFlagged: false, mailboxId: junk });
  expect(await getMessage(ctx, { messageId })).toMatchObject({ keywords: ["$seen"], mailboxIds: [junk] });
});

test("a message and a folder that are not there are told apart", async () => {
  expect(await refusalOf(updateMessage(ctx, { messageId, mailboxId: "zzzz" }))).toBe("mailbox.not_found");
  expect(await refusalOf(updateMessage(ctx, { messageId: "zzzz", isRead: true }))).toBe("message.not_found");
  expect(await refusalOf(updateMessage(people.bea.ctx, { messageId, isRead: true }))).toBe("message.not_found");
});
