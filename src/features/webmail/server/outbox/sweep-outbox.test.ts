import { expect, setDefaultTimeout, test } from "bun:test";
import { testServices } from "~/server/testing";
import { sendMessage } from "../send-message";
import { testMailboxes } from "../testing-webmail";
import { sweepOutbox } from "./sweep-outbox";
import { forgetEnd, newMessage } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);

test("whoever has sends without a known end is found, once, and nobody else", async () => {
  const message = newMessage(people.bea.address);
  await sendMessage(people.ana.ctx, message);
  await sendMessage(people.bea.ctx, newMessage(people.ana.address));
  expect(await sweepOutbox(services)).toBe(0);
  await forgetEnd(owner, message.idempotencyKey, 0);
  expect(await sweepOutbox(services)).toBe(0);
  await forgetEnd(owner, message.idempotencyKey, 2);
  expect(await sweepOutbox(services)).toBe(1);
  expect(await sweepOutbox(services)).toBe(0);
});
