import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "../get-message";
import { putMail, testMailboxes } from "../testing-webmail";
import { getWholeMessage } from "./get-whole-message";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("a body that was cut because of its length can be had whole", async () => {
  const line = `${"word ".repeat(15)}\r\n`;
  const messageId = await putMail(ctx, { subject: "Long", body: `${line.repeat(20_000)}The end.` });
  const cut = await getMessage(ctx, { messageId });
  expect(cut.truncated).toBe(true);
  expect(cut.text).not.toContain("The end.");
  const whole = await getWholeMessage(ctx, { messageId });
  expect(whole.truncated).toBe(false);
  expect(whole.text).toEndWith("The end.");
});

test("nobody gets the whole of another mailbox's message", async () => {
  const messageId = await putMail(ctx, { subject: "Mine" });
  expect(await refusalOf(getWholeMessage(people.bea.ctx, { messageId }))).toBe("message.not_found");
});
