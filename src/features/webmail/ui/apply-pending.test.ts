import { expect, test } from "bun:test";
import type { Message, Overview, ThreadSummary } from "../schema";
import { pendingMessages, pendingRows, pendingView } from "./apply-pending";
import type { Marking, Moving } from "./queries";

const row = (threadId: string, change: Partial<ThreadSummary> = {}): ThreadSummary => ({
  ...{ threadId, messageId: threadId, messageIds: [threadId], from: [], to: [], subject: "", preview: "" },
  ...{ receivedAt: "2026-11-22T08:00:00Z", unread: true, flagged: false, hasAttachment: false, size: 1, ...change },
});
const rows = [row("a"), row("b", { unread: false }), row("c")];
const marking = (threadId: string, keyword: Marking["keyword"], value: boolean): Marking => ({
  ...{ threadId, messageIds: [threadId], keyword, value },
});
const moving = (threadId: string, fromId: string): Moving => ({
  ...{ threadId, fromId, messageIds: [threadId], to: { role: "trash" as const } },
});
const folder = (id: string, unreadThreads: number) => ({
  ...{ id, name: id, parentId: null, role: null, sortOrder: 0, totalThreads: 3, totalMessages: 3 },
  ...{ unreadThreads, unreadMessages: unreadThreads },
});
const view: Overview = {
  me: { address: "ana@acme.test", displayName: "Ana" },
  mailboxes: [folder("inbox", 40), folder("other", 5)],
  page: { mailboxId: "inbox", threads: rows, total: 3 },
  quota: null,
  states: {},
};

test("with nothing under way, rows are the very same", () => {
  const shown = pendingRows(rows, "inbox", { markings: [], movings: [] });
  expect(shown.every((item, at) => item === rows[at])).toBe(true);
});

test("a row that is being read, flagged or moved shows it at once; the others stay as they are", () => {
  const markings = [marking("a", "$seen", true), marking("b", "$flagged", true)];
  const shown = pendingRows(rows, "inbox", { markings, movings: [moving("c", "inbox")] });
  expect(shown.map(({ threadId, unread, flagged }) => [threadId, unread, flagged])).toEqual([
    ["a", false, false],
    ["b", false, true],
  ]);
});

test("of two clicks on one flag the later counts", () => {
  const markings = [marking("a", "$flagged", true), marking("a", "$flagged", false)];
  expect(pendingRows(rows, "inbox", { markings, movings: [] })[0]?.flagged).toBe(false);
});

test("a move out of another folder hides nothing here", () => {
  expect(pendingRows(rows, "inbox", { markings: [], movings: [moving("a", "other")] }).length).toBe(3);
});

test("the folder's count of unread threads follows, and no other folder's", () => {
  const pending = { markings: [marking("a", "$seen", true)], movings: [moving("c", "inbox")] };
  expect(pendingView(view, pending).mailboxes.map(({ unreadThreads }) => unreadThreads)).toEqual([38, 5]);
  const back = { markings: [marking("b", "$seen", false)], movings: [] };
  expect(pendingView(view, back).mailboxes[0]?.unreadThreads).toBe(41);
});

test("an open message shows its mark before the server has answered", () => {
  const messages = [
    { id: "a", keywords: ["$seen"] },
    { id: "b", keywords: [] },
  ] as unknown as Message[];
  const markings = [marking("a", "$flagged", true), marking("a", "$seen", false)];
  const shown = pendingMessages(messages, { markings, movings: [] });
  expect(shown.map(({ keywords }) => keywords)).toEqual([["$flagged"], []]);
  expect(shown[1]).toBe(messages[1]!);
});
