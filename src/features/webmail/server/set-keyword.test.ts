import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { SetKeyword } from "../schema";
import { getOverview } from "./get-overview";
import { setKeyword } from "./set-keyword";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const messageIds = [await putMail(ctx, { subject: "Engines" }), await putMail(ctx, { subject: "Notes" })];
const rows = async () => {
  const { mailboxes, page } = await getOverview(ctx, { limit: 50 });
  const unread = mailboxes.find(({ role }) => role === "inbox")?.unreadThreads;
  return { unread, threads: page.threads.map((row) => [row.unread, row.flagged]) };
};

test("messages are marked read and unread again, and the folder counts along", async () => {
  await setKeyword(ctx, { messageIds, keyword: "$seen", value: true });
  expect(await rows()).toEqual({
    unread: 0,
    threads: [
      [false, false],
      [false, false],
    ],
  });
  await setKeyword(ctx, { messageIds: messageIds.slice(1), keyword: "$seen", value: false });
  expect((await rows()).unread).toBe(1);
});

test("a flag is set and taken away", async () => {
  const flag = (value: boolean) => setKeyword(ctx, { messageIds: messageIds.slice(0, 1), keyword: "$flagged", value });
  await flag(true);
  expect((await rows()).threads.some(([, flagged]) => flagged)).toBe(true);
  await flag(false);
  expect((await rows()).threads.some(([, flagged]) => flagged)).toBe(false);
});

test("another's message cannot be marked", async () => {
  const attempt = setKeyword(people.bea.ctx, { messageIds, keyword: "$seen", value: true });
  expect(await refusalOf(attempt)).toBe("message.not_found");
});

test.each([
  ["a mark that is not the reader's", { keyword: "$draft" }],
  ["no message", { messageIds: [] }],
  ["too many messages", { messageIds: Array(501).fill("a") }],
  ["a field that nobody knows", { more: 1 }],
])("a change with %s is refused at the door", (_, change) =>
  expect(SetKeyword.safeParse({ messageIds: ["a"], keyword: "$seen", value: true, ...change }).success).toBe(false),
);

test("without a session nothing is marked", async () => {
  await people.ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(setKeyword(ctx, { messageIds, keyword: "$seen", value: true }))).toBe("auth.required");
});
