import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { listThreads } from "./list-threads";
import { ThreadWindow } from "../schema/threads";
import { moveMessages } from "./move-messages";
import { setKeyword } from "./set-keyword";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;
const hour = 3_600_000;
const start = Date.now() - 10 * hour;
const ids: string[] = [];
for (let i = 0; i < 7; i++) ids.push(await putMail(ctx, { subject: `Mail ${i}`, at: new Date(start + i * hour) }));

async function allPages(limit: number): Promise<string[]> {
  const subjects: string[] = [];
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await listThreads(ctx, { limit, ...(after ? { after } : {}) });
    subjects.push(...page.threads.map(({ subject }) => subject));
    after = page.cursor;
  }
  return subjects;
}

test("pages follow each other without a gap or a repetition, newest first", async () => {
  const expected = ["Mail 6", "Mail 5", "Mail 4", "Mail 3", "Mail 2", "Mail 1", "Mail 0"];
  expect(await allPages(3)).toEqual(expected);
  expect(await allPages(7)).toEqual(expected);
});

test("a page is found again although the message that it followed has been moved", async () => {
  const first = await listThreads(ctx, { limit: 3 });
  await moveMessages(ctx, { messageIds: [ids[4]!], to: { role: "trash" } });
  const next = await listThreads(ctx, { limit: 3, after: first.cursor! });
  expect(next.threads.map(({ subject }) => subject)).toContain("Mail 2");
});

test("any stretch of a folder can be had, in another order and narrowed to some", async () => {
  const subjects = async (window: Partial<ThreadWindow>) =>
    (await listThreads(ctx, { limit: 2, ...window })).threads.map(({ subject }) => subject);
  const { total } = await listThreads(ctx, { limit: 1 });
  expect(await subjects({ position: total - 2 })).toEqual(["Mail 1", "Mail 0"]);
  expect(await subjects({ sort: { by: "received", ascending: true } })).toEqual(["Mail 0", "Mail 1"]);
  await setKeyword(ctx, { messageIds: [ids[1]!], keyword: "$flagged", value: true });
  const flagged = await listThreads(ctx, { limit: 2, filter: { flagged: true } });
  expect([flagged.total, flagged.threads.map(({ messageId }) => messageId)]).toEqual([1, [ids[1]!]]);
  expect((await listThreads(ctx, { limit: 1, filter: { unread: true } })).total).toBe(total);
});

test("a filter is nothing but what it may be", () => {
  const isRefused = (filter: object) => !ThreadWindow.safeParse({ filter }).success;
  for (const filter of [{ unread: false }, { label: "$seen" }, { label: "a b" }, { text: "x" }, { label: "" }])
    expect([filter, isRefused(filter)]).toEqual([filter, true]);
  expect(isRefused({ unread: true, label: "travel-2026" })).toBe(false);
});

test("a folder that does not exist is named as such", async () => {
  expect(await refusalOf(listThreads(ctx, { limit: 3, mailboxId: "zzzz" }))).toBe("mailbox.not_found");
});

test("without a session there is no list", async () => {
  await people.ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(listThreads(ctx, { limit: 3 }))).toBe("auth.required");
});
