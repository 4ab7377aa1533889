import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "./get-message";
import { listMessages } from "./list-messages";
import { removeMessage } from "./remove-message";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("a message that is deleted lies in the trash, and is gone when it is deleted there", async () => {
  const messageId = await putMail(ctx, { subject: "Engines" });
  await removeMessage(ctx, { messageId });
  expect((await listMessages(ctx, { role: "trash", limit: 5 })).messages.map(({ id }) => id)).toEqual([messageId]);
  await removeMessage(ctx, { messageId });
  expect(await refusalOf(getMessage(ctx, { messageId }))).toBe("message.not_found");
});

test("another's message is not deleted", async () => {
  const messageId = await putMail(ctx, { subject: "Notes" });
  expect(await refusalOf(removeMessage(people.bea.ctx, { messageId }))).toBe("message.not_found");
  expect((await getMessage(ctx, { messageId })).subject).toBe("Notes");
});
