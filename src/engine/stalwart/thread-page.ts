import { z } from "zod";
import type { ThreadPage, ThreadQuery, ThreadSummary } from "../mail-objects.ts";
import { AddressList } from "./address-list.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { Failed } from "./jmap-failure.ts";
import { Keywords } from "./keywords.ts";
import { resultOf } from "./result-reference.ts";
import { emailFilter, emailSort, hasFilter } from "./thread-order.ts";

export const Head = z.object({
  id: z.string(),
  threadId: z.string(),
  from: AddressList,
  to: AddressList,
  subject: z
    .string()
    .nullish()
    .transform((subject) => subject ?? ""),
  preview: z
    .string()
    .nullish()
    .transform((preview) => (preview ?? "").trim().slice(0, 256)),
  receivedAt: z.string(),
  hasAttachment: z.boolean().catch(false),
  size: z.int().catch(0),
});
export const headProperties = Object.keys(Head.shape);

export const Member = z.object({ id: z.string(), keywords: Keywords, mailboxIds: z.record(z.string(), z.boolean()) });
export const memberProperties = Object.keys(Member.shape);
export const Members = z.object({ list: z.array(Member) });

/** The part of a reply that `threadPageCalls` asked for. */
export const ThreadPageReply = z.object({
  found: z.union([
    Failed,
    z.object({ ids: z.array(z.string()), position: z.int().catch(0), total: z.int().min(0).optional() }),
  ]),
  heads: z.union([Failed, z.object({ list: z.array(Head), state: z.string() })]),
  threads: z.union([Failed, z.object({ list: z.array(z.object({ id: z.string(), emailIds: z.array(z.string()) })) })]),
  members: z.union([Failed, Members]),
});
export type ThreadPageReply = z.infer<typeof ThreadPageReply>;

/** An anchor may have left the mailbox, and the members of long threads may be more than one get admits. */
export const threadPageMayFail = ["found", "heads", "threads", "members"];

export type Window = Omit<ThreadQuery, "mailbox">;

/** One message more than asked for tells whether there is a next page. */
export function threadPageCalls(mailboxId: string, window: Window, byPosition = false): Calls {
  const from = window.after === undefined ? null : readCursor(window.after);
  const position = from?.position ?? window.position ?? 0;
  const start = from && !byPosition ? { anchor: from.messageId, anchorOffset: 1 } : { position };
  const query = {
    filter: emailFilter(mailboxId, window.filter),
    sort: emailSort(window.sort),
    collapseThreads: true,
    limit: window.limit + 1,
    ...(hasFilter(window.filter) ? { calculateTotal: true } : {}),
    ...start,
  };
  return {
    found: ["Email/query", query],
    heads: ["Email/get", { "#ids": resultOf("found", "Email/query", "/ids"), properties: headProperties }],
    threads: ["Thread/get", { "#ids": resultOf("heads", "Email/get", "/list/*/threadId") }],
    members: [
      "Email/get",
      { "#ids": resultOf("threads", "Thread/get", "/list/*/emailIds"), properties: memberProperties },
    ],
  };
}

/** Members of the page's threads that the one request could not carry because they are too many. */
export async function fetchMembers(jmap: JmapClient, ids: string[]): Promise<z.infer<typeof Member>[]> {
  const { maxIds } = await jmap.session();
  const found = [];
  for (let at = 0; at < ids.length; at += maxIds) {
    const get = { ids: ids.slice(at, at + maxIds), properties: memberProperties };
    const { members } = await jmap.send({ members: ["Email/get", get] }, z.object({ members: Members }));
    found.push(...members.list);
  }
  return found;
}

export type ThreadRows = {
  mailboxId: string;
  trashId: string | null;
  /** Threads in the whole mailbox. */
  inMailbox: number;
  /** Threads that a filter lets through. */
  total: number | undefined;
  limit: number;
  position: number;
  ids: string[];
  heads: z.infer<typeof Head>[];
  members: z.infer<typeof Member>[];
  threads: { id: string; emailIds: string[] }[];
};

/** The row of a thread in a mailbox; `members` are all its messages, oldest first. */
export function toThreadRow(
  { id: messageId, ...row }: z.infer<typeof Head>,
  members: readonly z.infer<typeof Member>[],
  mailboxId: string,
  trashId: string | null,
): ThreadSummary {
  // RFC 8621 section 2: what lies in the trash is not unread elsewhere, and the reverse.
  const counted = members.filter(({ mailboxIds }) =>
    mailboxId === trashId ? !!mailboxIds[mailboxId] : Object.keys(mailboxIds).some((id) => id !== trashId),
  );
  return {
    ...row,
    messageId,
    messageIds: members.filter(({ mailboxIds }) => mailboxIds[mailboxId]).map((member) => member.id),
    unread: counted.some(({ keywords }) => !keywords.includes("$seen") && !keywords.includes("$draft")),
    flagged: counted.some(({ keywords }) => keywords.includes("$flagged")),
    messageCount: counted.length,
    keywords: [...new Set(counted.flatMap(({ keywords }) => keywords.filter((word) => !word.startsWith("$"))))],
  };
}

/** Puts the pieces together; heads come in any order, the query's is the page's. */
export function toThreadPage(rows: ThreadRows): ThreadPage {
  const { mailboxId, trashId, limit, position, ids } = rows;
  const headById = new Map(rows.heads.map((head) => [head.id, head]));
  const memberById = new Map(rows.members.map((member) => [member.id, member]));
  const idsByThread = new Map(rows.threads.map((thread) => [thread.id, thread.emailIds]));
  const threads = ids.slice(0, limit).flatMap((id): ThreadSummary[] => {
    const head = headById.get(id);
    if (!head) return [];
    const members = (idsByThread.get(head.threadId) ?? [id]).flatMap((member) => memberById.get(member) ?? []);
    return [toThreadRow(head, members, mailboxId, trashId)];
  });
  const last = ids[limit - 1];
  const cursor = ids.length > limit && last !== undefined ? writeCursor(position + limit, last) : undefined;
  const total = rows.total ?? rows.inMailbox;
  return { mailboxId, threads, position, total, ...(cursor === undefined ? {} : { cursor }) };
}

/** Both where the page ended and on which message: new mail moves positions, a moved message is no anchor any more. */
const writeCursor = (position: number, messageId: string) => `${position}.${messageId}`;

function readCursor(cursor: string): { position: number; messageId: string } {
  const dot = cursor.indexOf(".");
  return { position: Number.parseInt(cursor, 10) || 0, messageId: cursor.slice(dot + 1) };
}
