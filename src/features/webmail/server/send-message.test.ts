import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { endSession } from "~/features/auth/server/end-session";
import { resumeUser } from "~/features/users/server/resume-user";
import { suspendUser } from "~/features/users/server/suspend-user";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { submissions } from "../../../../db/schema";
import { SendMessage } from "../schema/sending";
import { getThread } from "./get-thread";
import { listThreads } from "./list-threads";
import { sendMessage } from "./send-message";
import { putMail, testMailboxes, until } from "./testing-webmail";

const { services, owner, logged } = await testServices();
const { member, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const mail = (change: Partial<SendMessage> = {}): SendMessage => ({
  ...{ idempotencyKey: crypto.randomUUID(), to: [bea.address], cc: [], bcc: [], files: [] },
  ...{ subject: "Engines", text: "Dear Bea,\n\nit works.\n", ...change },
});
const subjectsIn = async (role: "inbox" | "sent", who = ana) =>
  (await listThreads(who.ctx, { role, limit: 50 })).threads.map(({ subject }) => subject);

test("a message arrives, lies in Sent, and is in the audit log without its words", async () => {
  const { refused } = await sendMessage(ana.ctx, mail());
  expect(refused).toEqual([]);
  expect(await subjectsIn("sent")).toEqual(["Engines"]);
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Engines"));
  expect(await auditedActions(services, member.tenantId)).toContain("message.sent");
  expect(logged.join("\n")).not.toContain("it works");
});

test("however often one click is repeated, also at once, one message is sent", async () => {
  const once = mail({ subject: "Once" });
  const first = await sendMessage(ana.ctx, once);
  expect(await Promise.all([sendMessage(ana.ctx, once), sendMessage(ana.ctx, once)])).toEqual([first, first]);
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Once"));
  expect((await subjectsIn("sent")).filter((subject) => subject === "Once").length).toBe(1);
  expect((await subjectsIn("inbox", bea)).filter((subject) => subject === "Once").length).toBe(1);
});

test("a key that was used for other words is refused", async () => {
  const first = mail({ subject: "First words" });
  await sendMessage(ana.ctx, first);
  expect(await refusalOf(sendMessage(ana.ctx, { ...first, text: "Other words." }))).toBe("request.invalid");
});

test("an answer joins the conversation that it answers", async () => {
  const replyToId = await putMail(ana.ctx, { subject: "Question" });
  await sendMessage(ana.ctx, mail({ subject: "Re: Question", replyToId }));
  const row = (await listThreads(ana.ctx, { limit: 50 })).threads.find(({ subject }) => subject === "Question");
  const messages = await getThread(ana.ctx, { threadId: row!.threadId });
  expect(messages.map(({ subject }) => subject)).toEqual(["Question", "Re: Question"]);
});

test("whoever may not send is told so at once, and nothing goes out", async () => {
  const { userId } = ana;
  await suspendUser(member, { userId, blocks: ["send"] });
  expect(await refusalOf(sendMessage(ana.ctx, mail({ subject: "Held" })))).toBe("user.may_not_send");
  await resumeUser(member, { userId });
  expect(await refusalOf(sendMessage(ana.ctx, mail({ subject: "Let go" })))).toBe("none");
  expect(await subjectsIn("sent")).not.toContain("Held");
});

test("a message that the mail server refuses says so, and stays refused however often it is repeated", async () => {
  const refused = mail({ to: ["nobody@acme.test"], subject: "To nobody" });
  expect(await refusalOf(sendMessage(ana.ctx, refused))).toBe("submission.refused");
  expect(await refusalOf(sendMessage(ana.ctx, refused))).toBe("submission.refused");
  expect(await subjectsIn("sent")).not.toContain("To nobody");
  expect(await auditedActions(services, member.tenantId)).toContain("message.refused");
});

test("one good recipient of two gets the message, and the sender learns of the other", async () => {
  const { refused } = await sendMessage(ana.ctx, mail({ to: [bea.address, "nobody@acme.test"], subject: "To two" }));
  expect(refused.map(({ email }) => email)).toEqual(["nobody@acme.test"]);
});

test("an attempt that ended nobody knows how is looked up, not sent again", async () => {
  const lost = mail({ subject: "Lost" });
  const { messageId } = await sendMessage(ana.ctx, lost);
  await owner.update(submissions).set({ state: "unknown" }).where(eq(submissions.idempotencyKey, lost.idempotencyKey!));
  expect(await sendMessage(ana.ctx, lost)).toMatchObject({ messageId, refused: [] });
  expect((await subjectsIn("sent")).filter((subject) => subject === "Lost").length).toBe(1);
});

test("a program that repeats a message under its Idempotency-Key sends it once", async () => {
  const { idempotencyKey: _, ...message } = mail({ subject: "By a program" });
  const program = { ...ana.ctx, idempotencyKey: Bun.randomUUIDv7() };
  expect(await sendMessage(program, message)).toEqual(await sendMessage(program, message));
  expect((await subjectsIn("sent")).filter((subject) => subject === "By a program").length).toBe(1);
});

test.each([
  ["nobody to go to", { to: [] }],
  ["a recipient that is no address", { to: ["ana"] }],
  ["a subject longer than a header line", { subject: "x".repeat(999) }],
  ["a key that is no UUID", { idempotencyKey: "1" }],
  ["a field that nobody knows", { more: 1 }],
])("a message with %s is refused at the door", (_, change) =>
  expect(SendMessage.safeParse({ ...mail(), ...change }).success).toBe(false),
);

test("without a session nothing is sent", async () => {
  await ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(sendMessage(ana.ctx, mail()))).toBe("auth.required");
});
