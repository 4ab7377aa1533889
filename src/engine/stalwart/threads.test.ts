import { afterEach, expect, test } from "bun:test";
import { createEngine } from "../create-engine.ts";
import { serveJmap } from "./testing-jmap-server.ts";

let stop: (() => unknown) | undefined;
afterEach(() => stop?.());

const mailboxes = [
  { id: "in", name: "Inbox", role: "inbox", totalThreads: 1 },
  { id: "bin", name: "Bin", role: "trash", totalThreads: 0 },
];
const head = { id: "e1", threadId: "t", receivedAt: "2026-11-22T10:00:00Z", subject: "s" };

/** One thread whose messages are given. The server takes at most 500 ids a get, as Stalwart does. */
function inboxWith(members: { id: string; keywords?: object; mailboxIds?: object }[]) {
  const server = serveJmap((method, args) => {
    if (method === "Mailbox/get") return { list: mailboxes, state: "1" };
    if (method === "Email/query") return { ids: ["e1"], position: 0 };
    if (method === "Thread/get") return { list: [{ id: "t", emailIds: members.map(({ id }) => id) }] };
    const properties = args.properties as string[];
    if (properties.includes("subject")) return { list: [head], state: "1" };
    if (!Array.isArray(args.ids) && members.length > 500) return { error: "requestTooLarge" };
    const wanted = members.filter(({ id }) => !Array.isArray(args.ids) || args.ids.includes(id));
    return {
      list: wanted.map((member) => ({ keywords: { $seen: true }, mailboxIds: { in: true }, ...member })),
      state: "1",
    };
  });
  stop = server.stop;
  const user = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: "x" } }).forUser("API_user");
  return { ...server, list: () => user.threads.list({ mailbox: { role: "inbox" }, limit: 1 }) };
}

test("a thread with a thousand messages is listed like any other", async () => {
  const members = Array.from({ length: 1_100 }, (_, at) => ({
    id: `e${at + 1}`,
    keywords: at === 1_050 ? {} : { $seen: true },
  }));
  const { list, asked } = inboxWith(members);
  const [row] = (await list()).threads;
  expect(row?.messageIds).toHaveLength(1_100);
  expect(row?.unread).toBe(true);
  const gets = asked.flatMap(([method, { ids }]) => (method === "Email/get" && Array.isArray(ids) ? [ids.length] : []));
  expect(gets).toEqual([500, 500, 100]);
});

test("what lies in the trash or is a draft does not make a thread unread, and a row acts on its own folder only", async () => {
  const { list } = inboxWith([
    { id: "e1" },
    { id: "e2", keywords: {}, mailboxIds: { bin: true } },
    { id: "e3", keywords: { $draft: true }, mailboxIds: { in: true } },
    { id: "e4", keywords: { $seen: true, $flagged: true }, mailboxIds: { sent: true } },
  ]);
  expect((await list()).threads[0]).toMatchObject({ unread: false, flagged: true, messageIds: ["e1", "e3"] });
});

test("an unread message elsewhere in the thread makes the row unread", async () => {
  const { list } = inboxWith([{ id: "e1" }, { id: "e2", keywords: {}, mailboxIds: { archive: true } }]);
  expect((await list()).threads[0]).toMatchObject({ unread: true, flagged: false });
});

test("a folder that was made anew is found under its role", async () => {
  let inboxId = "old";
  const server = serveJmap((method, args) => {
    const list = [{ id: inboxId, name: "Inbox", role: "inbox", totalThreads: 0 }];
    if (method === "Mailbox/get")
      return { list: list.filter(({ id }) => !Array.isArray(args.ids) || args.ids.includes(id)), state: "1" };
    return { ids: [], list: [], state: "1" };
  });
  stop = server.stop;
  const user = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: "x" } }).forUser("API_user");
  const inbox = { mailbox: { role: "inbox" as const }, limit: 5 };
  expect((await user.threads.list(inbox)).mailboxId).toBe("old");
  inboxId = "new";
  expect((await user.threads.list(inbox)).mailboxId).toBe("new");
  inboxId = "newer";
  expect((await user.overview(inbox)).page.mailboxId).toBe("newer");
  const before = server.asked.length;
  await user.threads.list(inbox);
  // Without a trash there is nothing to ask again: existence, query, heads, threads, members.
  expect(server.asked.length - before).toBe(5);
});
