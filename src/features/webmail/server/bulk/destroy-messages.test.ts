import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "../get-message";
import { moveMessages } from "../move-messages";
import { putMail, testMailboxes } from "../testing-webmail";
import { destroyMessages } from "./destroy-messages";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("what is in the trash is destroyed for ever, what is elsewhere stays", async () => {
  const [gone, stays] = [await putMail(ctx, { subject: "Gone" }), await putMail(ctx, { subject: "Stays" })];
  await moveMessages(ctx, { messageIds: [gone], to: { role: "trash" } });
  await destroyMessages(ctx, { messageIds: [gone, stays], from: "trash" });
  expect(await refusalOf(getMessage(ctx, { messageId: gone }))).toBe("message.not_found");
  expect((await getMessage(ctx, { messageId: stays })).subject).toBe("Stays");
});

test("another's message is not destroyed", async () => {
  const messageId = await putMail(ctx, { subject: "Mine" });
  await moveMessages(ctx, { messageIds: [messageId], to: { role: "trash" } });
  await destroyMessages(people.bea.ctx, { messageIds: [messageId], from: "trash" });
  expect((await getMessage(ctx, { messageId })).subject).toBe("Mine");
});
