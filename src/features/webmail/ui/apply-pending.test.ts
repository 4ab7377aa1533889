import { expect, test } from "bun:test";
import type { Message, Overview, ThreadSummary } from "../schema";
import { MailPreferences } from "../schema/preferences";
import { pendingMessages, pendingRows, pendingView } from "./apply-pending";
import type { Marking, Moving } from "./handling/changes";

const row = (threadId: string, change: Partial<ThreadSummary> = {}): ThreadSummary => ({
  ...{ threadId, messageId: threadId, messageIds: [threadId], from: [], to: [], subject: "", preview: "" },
  ...{ receivedAt: "2026-11-22T08:00:00Z", unread: true, flagged: false, hasAttachment: false, size: 1 },
  ...{ messageCount: 1, keywords: [], ...change },
});
const rows = [row("a"), row("b", { unread: false }), row("c")];
const marking = (threadId: string, keyword: Marking["keyword"], value: boolean): Marking => ({
  ...{ threadIds: [threadId], messageIds: [threadId], keyword, value },
});
const moving = (threadId: string, fromId: string): Moving => ({
  ...{ threadIds: [threadId], fromId, messageIds: [threadId], to: { mailboxId: "other" } },
});
const folder = (id: string, unreadThreads: number) => ({
  ...{ id, name: id, parentId: null, role: null, sortOrder: 0, totalThreads: 3, totalMessages: 3 },
  ...{ unreadThreads, unreadMessages: unreadThreads },
});
const view: Overview = {
  me: { address: "ana@acme.test", displayName: "Ana" },
  preferences: MailPreferences.parse({}),
  labels: [],
  mailboxes: [folder("inbox", 40), folder("other", 5)],
  page: { mailboxId: "inbox", threads: rows, position: 0, total: 3 },
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

test("many rows go at once, whether they are moved or destroyed, and a label is on its row at once", () => {
  const label: Marking = { threadIds: ["a", "b"], messageIds: ["a", "b"], keyword: "tax", value: true };
  const movings = [{ threadIds: ["b", "c"], messageIds: ["b", "c"], fromId: "inbox", from: "trash" as const }];
  const shown = pendingRows(rows, "inbox", { markings: [label], movings });
  expect(shown.map(({ threadId, keywords }) => [threadId, keywords])).toEqual([["a", ["tax"]]]);
  const off = { ...label, value: false };
  expect(pendingRows(shown, "inbox", { markings: [off], movings: [] })[0]?.keywords).toEqual([]);
});

test("a move out of another folder hides nothing here", () => {
  expect(pendingRows(rows, "inbox", { markings: [], movings: [moving("a", "other")] }).length).toBe(3);
});

test("the folder counts less at once, and the one that takes it counts more", () => {
  const pending = { markings: [marking("a", "$seen", true)], movings: [moving("c", "inbox")] };
  const shown = pendingView(view, pending);
  expect(shown.mailboxes.map(({ unreadThreads }) => unreadThreads)).toEqual([38, 6]);
  expect(shown.mailboxes.map(({ totalThreads }) => totalThreads)).toEqual([2, 4]);
  expect(shown.page.total).toBe(2);
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
