import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "./get-message";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);

test("a message is read with its text, by nobody but its owner", async () => {
  const messageId = await putMail(people.ana.ctx, { subject: "Engines", body: "They weave." });
  expect(await getMessage(people.ana.ctx, { messageId })).toMatchObject({ subject: "Engines", text: "They weave." });
  expect(await refusalOf(getMessage(people.bea.ctx, { messageId }))).toBe("message.not_found");
});
