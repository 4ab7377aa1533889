import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { Message } from "../mail-objects.ts";
import { getMessages, messageArguments, MessageObject, toMessage } from "./message.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed } from "./jmap-failure.ts";
import { loadThreads } from "./load-threads.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { resultOf } from "./result-reference.ts";
import { toThreadPage } from "./thread-page.ts";

const Beside = z.object({ mailbox: z.object({ list: z.array(z.object({ totalThreads: z.int().min(0) })) }) });

const ThreadReply = z.object({
  thread: z.object({ list: z.array(z.object({ emailIds: z.array(z.string()) })) }),
  messages: z.union([Failed, z.object({ list: z.array(MessageObject) })]),
});

export const createThreads = (jmap: JmapClient, known: Mailboxes): UserEngine["threads"] => ({
  async list(query) {
    const trashId = await known.findRole("trash");
    const { beside, loaded } = await known.withId(query.mailbox, (mailboxId) =>
      loadThreads(jmap, mailboxId, query, {
        calls: { mailbox: ["Mailbox/get", { ids: [mailboxId], properties: ["totalThreads"] }] },
        Reply: Beside,
        exists: ({ mailbox }) => mailbox.list.length > 0,
      }),
    );
    const inMailbox = beside.mailbox.list[0]?.totalThreads ?? 0;
    return toThreadPage({ ...loaded, inMailbox, trashId, limit: query.limit });
  },

  async get(threadId) {
    const { thread, messages } = await jmap.send(
      {
        thread: ["Thread/get", { ids: [threadId] }],
        messages: ["Email/get", { ...messageArguments, "#ids": resultOf("thread", "Thread/get", "/list/*/emailIds") }],
      },
      ThreadReply,
      { mayFail: ["messages"] },
    );
    const [found] = thread.list;
    if (!found) throw new EngineError("notFound", `no thread ${threadId}`);
    if ("failed" in messages) {
      if (messages.failed.type !== "requestTooLarge") throw engineErrorOf(messages.failed, "Email/get");
      return inOrder(found.emailIds, await getMessages(jmap, found.emailIds));
    }
    return inOrder(found.emailIds, messages.list.map(toMessage));
  },
});

/** A thread names its messages oldest first (RFC 8621 section 3), a get returns them in any order. */
function inOrder(ids: string[], messages: Message[]): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
