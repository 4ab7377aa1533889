import { expect, test } from "bun:test";
import { correspondents } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { SendMessage } from "../../schema/sending";
import { getThread } from "../get-thread";
import { listThreads } from "../list-threads";
import { ListThreads } from "../../schema";
import { getMessage } from "../get-message";
import { sendMessage } from "../send-message";
import { putMail, testMailboxes, until } from "../testing-webmail";
import { putListMail } from "./testing-reading";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const inbox = async (who: typeof ana, subject: string) =>
  (await listThreads(who.ctx, ListThreads.parse({ role: "inbox" }))).threads.find(
    (thread) => thread.subject === subject,
  );
const knows = (address: string, name: string) =>
  owner.insert(correspondents).values({
    ...{ tenantId: ana.ctx.tenantId, mailUserId: ana.userId, address, name },
    lastWrittenAt: new Date(),
  });

test("mail from a colleague, sent here, is verified and nothing speaks against it", async () => {
  const mail = { idempotencyKey: crypto.randomUUID(), to: [bea.address], subject: "Lunch", text: "Noon?" };
  await sendMessage(ana.ctx, SendMessage.parse(mail));
  await until("the message has arrived", async () => (await inbox(bea, "Lunch")) !== undefined);
  const [message] = await getThread(bea.ctx, { threadId: (await inbox(bea, "Lunch"))!.threadId });
  expect(message).toMatchObject({ authentication: { verdict: "verified", domain: "acme.test" }, warnings: [] });
});

test("of one's own mail in Sent nothing is said", async () => {
  const sent = (await listThreads(ana.ctx, ListThreads.parse({ role: "sent" }))).threads[0]!;
  const [message] = await getThread(ana.ctx, { threadId: sent.threadId });
  expect(message).toMatchObject({ authentication: null, warnings: [], unsubscribe: null, pictures: "ask" });
});

test("what a reader is shown holds none of the fields that only the server can judge", async () => {
  const message = await getMessage(ana.ctx, { messageId: await putListMail(ana.ctx, "https://lists.example/u?who=1") });
  expect(message).toMatchObject({ unsubscribe: { kind: "one_click", host: "lists.example" } });
  expect(JSON.stringify(message)).not.toContain("who=1");
  expect(message).not.toContainAnyKeys(["headers", "authenticationResults", "references", "inReplyTo"]);
});

test("whom somebody wrote to is who a stranger of the same name, or of a similar domain, is held against", async () => {
  const from = "Grace Hopper <grace@seafarer.example>";
  const warnings = async ({ ctx }: typeof ana) =>
    (await getMessage(ctx, { messageId: await putMail(ctx, { subject: "Hello", from }) })).warnings;
  expect(await warnings(ana)).toEqual([]);
  await knows("grace@fleet.example", "Grace Hopper");
  await knows("bo@seafarers.example", "Bo");
  expect(await warnings(ana)).toEqual([
    { kind: "look_alike", name: "seafarers.example" },
    { kind: "known_name", name: "grace@fleet.example" },
  ]);
  expect(await warnings(bea)).toEqual([]);
  await knows("grace@seafarer.example", "Grace Hopper");
  expect(await warnings(ana)).toEqual([]);
});

test("mail that claims an own domain and is not proven is pointed out", async () => {
  const raw = (verdict: string) => ({
    subject: "Wire",
    headers: [`Authentication-Results: ${services.platform.mailHost}; ${verdict}`, "Sender: x@evil.example"],
  });
  const message = await getMessage(ana.ctx, {
    messageId: await putMail(ana.ctx, { ...raw("dmarc=fail header.from=acme.test"), from: "Bea <bea@acme.test>" }),
  });
  expect(message.warnings[0]).toEqual({ kind: "own_domain", name: "acme.test" });
});
