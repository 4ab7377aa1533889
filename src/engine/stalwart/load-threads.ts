import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { succeeded } from "./jmap-failure.ts";
import {
  fetchMembers,
  threadPageCalls,
  threadPageMayFail,
  ThreadPageReply,
  type ThreadRows,
  type Window,
} from "./thread-page.ts";

export type LoadedThreads = Omit<ThreadRows, "inMailbox" | "trashId" | "limit"> & { emailState: string };

/**
 * One page of threads and whatever else `beside` asks for, in one round trip; a second one only when the cursor's message has left
 * the mailbox or a page holds very long threads. Throws `notFound` when the query fails for a mailbox that `exists` denies.
 */
export async function loadThreads<S extends z.ZodObject>(
  jmap: JmapClient,
  mailboxId: string,
  window: Window,
  beside: { calls: Calls; Reply: S; exists: (reply: z.output<S>) => boolean; mayFail?: string[] },
): Promise<{ beside: z.output<S>; loaded: LoadedThreads }> {
  const Reply = z.intersection(beside.Reply, ThreadPageReply);
  const ask = async (byPosition: boolean) =>
    (await jmap.send({ ...beside.calls, ...threadPageCalls(mailboxId, window, byPosition) }, Reply, {
      mayFail: [...threadPageMayFail, ...(beside.mayFail ?? [])],
    })) as z.output<S> & ThreadPageReply;

  let reply = await ask(false);
  if ("failed" in reply.found && reply.found.failed.type === "anchorNotFound") reply = await ask(true);
  if (!beside.exists(reply)) throw new EngineError("notFound", `no mailbox ${mailboxId}`);
  const found = succeeded(reply.found, "Email/query");
  const heads = succeeded(reply.heads, "Email/get");
  const threads = succeeded(reply.threads, "Thread/get");
  const isTooMany = "failed" in reply.members && reply.members.failed.type === "requestTooLarge";
  const members = isTooMany
    ? await fetchMembers(
        jmap,
        threads.list.flatMap((thread) => thread.emailIds),
      )
    : succeeded(reply.members, "Email/get").list;
  return {
    beside: reply,
    loaded: {
      mailboxId,
      position: found.position,
      total: found.total,
      ids: found.ids,
      heads: heads.list,
      threads: threads.list,
      members,
      emailState: heads.state,
    },
  };
}
