import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import type { SearchHit, SearchQuery } from "../mail-search.ts";
import type { JmapClient } from "./jmap-client.ts";
import { Failed, succeeded } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { toMarkedText } from "./marked-text.ts";
import { resultOf } from "./result-reference.ts";
import { toJmapFilter } from "./search-filter.ts";
import { fetchMembers, Head, headProperties, memberProperties, Members, toThreadRow } from "./thread-page.ts";

const Marked = z
  .string()
  .nullish()
  .transform((html) => (html ? toMarkedText(html) : null));

const Reply = z.object({
  found: z.object({ ids: z.array(z.string()), total: z.int().min(0).optional() }),
  heads: z.object({ list: z.array(Head) }),
  threads: z.object({ list: z.array(z.object({ id: z.string(), emailIds: z.array(z.string()) })) }),
  members: z.union([Failed, Members]),
  snippets: z.union([
    Failed,
    z.object({ list: z.array(z.object({ emailId: z.string(), subject: Marked, preview: Marked })) }),
  ]),
});

/** Snippets are an adornment, and the members of long threads may be more than one get admits. */
const mayFail = ["members", "snippets"];

const position = (after: string | undefined) =>
  Math.min(Math.max(Number.parseInt(after ?? "0", 10) || 0, 0), 1_000_000);

/** Email/query with all that its rows show (RFC 8621 sections 4.4 and 5). */
export const createSearch =
  (jmap: JmapClient, known: Mailboxes): UserEngine["search"] =>
  async (query) => {
    const [trashId, junkId] = [await known.findRole("trash"), await known.findRole("junk")];
    const hidden = [trashId, junkId].filter((id) => id !== null);
    const scope = query.everywhere || hidden.length === 0 ? true : { inMailboxOtherThan: hidden };
    const asked = await toJmapFilter(query.filter, known);
    if (asked === false) return { hits: [], total: 0 };
    const filter = asked === true ? scope : scope === true ? asked : { operator: "AND", conditions: [asked, scope] };
    const from = position(query.after);
    const reply = await jmap.send(calls(filter === true ? null : filter, from, query), Reply, { mayFail });
    const isTooMany = "failed" in reply.members && reply.members.failed.type === "requestTooLarge";
    const members = isTooMany
      ? await fetchMembers(
          jmap,
          reply.threads.list.flatMap(({ emailIds }) => emailIds),
        )
      : succeeded(reply.members, "Email/get").list;
    const isMore = reply.found.ids.length > query.limit;
    return {
      hits: toHits(reply, members, query.limit, trashId),
      ...(reply.found.total === undefined ? {} : { total: reply.found.total }),
      ...(isMore ? { cursor: String(from + query.limit) } : {}),
    };
  };

function calls(filter: object | null, from: number, { limit }: SearchQuery) {
  const ids = resultOf("found", "Email/query", "/ids");
  const query = {
    ...{ filter, sort: [{ property: "receivedAt", isAscending: false }], collapseThreads: true },
    // One more than asked for tells whether there is a next page.
    ...{ position: from, limit: limit + 1, calculateTotal: from === 0 },
  };
  return {
    found: ["Email/query", query],
    heads: ["Email/get", { "#ids": ids, properties: headProperties }],
    threads: ["Thread/get", { "#ids": resultOf("heads", "Email/get", "/list/*/threadId") }],
    members: [
      "Email/get",
      { "#ids": resultOf("threads", "Thread/get", "/list/*/emailIds"), properties: memberProperties },
    ],
    snippets: ["SearchSnippet/get", { filter, "#emailIds": ids }],
  } satisfies Record<string, [string, Record<string, unknown>]>;
}

function toHits(
  reply: z.infer<typeof Reply>,
  members: z.infer<typeof Members>["list"],
  limit: number,
  trashId: string | null,
): SearchHit[] {
  const headById = new Map(reply.heads.list.map((head) => [head.id, head]));
  const memberById = new Map(members.map((member) => [member.id, member]));
  const idsByThread = new Map(reply.threads.list.map((thread) => [thread.id, thread.emailIds]));
  const snippetById = new Map(
    ("failed" in reply.snippets ? [] : reply.snippets.list).map(({ emailId, ...marked }) => [emailId, marked]),
  );
  return reply.found.ids.slice(0, limit).flatMap((id) => {
    const [head, self] = [headById.get(id), memberById.get(id)];
    if (!head || !self) return [];
    const mailboxIds = Object.keys(self.mailboxIds);
    const all = (idsByThread.get(head.threadId) ?? [id]).flatMap((member) => memberById.get(member) ?? []);
    const row = toThreadRow(head, all, mailboxIds[0] ?? "", trashId);
    return [{ ...row, mailboxIds, marked: snippetById.get(id) ?? { subject: null, preview: null } }];
  });
}
