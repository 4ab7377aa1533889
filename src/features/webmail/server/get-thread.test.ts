import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { getThread } from "./get-thread";
import { listThreads } from "./list-threads";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
await putMail(ctx, { subject: "Engines", id: "one", at: new Date(Date.now() - 60_000), body: "First." });
await putMail(ctx, {
  subject: "Re: Engines",
  headers: ["In-Reply-To: <one@navy.example>", "References: <one@navy.example>"],
  body: "Second.",
});
const [row] = (await listThreads(ctx, { limit: 50 })).threads;
const threadId = row!.threadId;

test("a conversation is read from its beginning", async () => {
  const messages = await getThread(ctx, { threadId });
  expect(messages.map(({ text }) => text?.trim())).toEqual(["First.", "Second."]);
  expect(messages[0]).toMatchObject({
    subject: "Engines",
    from: [{ name: "Grace Hopper", email: "grace@navy.example" }],
  });
});

test("a conversation that does not exist, and one in another's mailbox, are the same to the asker", async () => {
  expect(await refusalOf(getThread(ctx, { threadId: "zzzz" }))).toBe("message.not_found");
  expect(await refusalOf(getThread(people.bea.ctx, { threadId }))).toBe("message.not_found");
});

test("without a session nothing is read", async () => {
  await people.ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(getThread(ctx, { threadId }))).toBe("auth.required");
});
