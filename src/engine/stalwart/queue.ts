import { z } from "zod";
import type { EngineDirectory } from "../engine-directory.ts";
import { nextAfter, positionOf, QueryReply, toDate } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, type JmapFailure } from "./jmap-failure.ts";
import { QueuedMessageObject, toQueuedMessage } from "./queued-message.ts";
import { resultOf } from "./result-reference.ts";
import { setObjects } from "./set-objects.ts";

const Found = z.object({ list: z.array(QueuedMessageObject) });

/** x:QueuedMessage: what the engine still tries to deliver. What is done is gone from here; only its events are left. */
export const createQueue = (jmap: JmapClient): EngineDirectory["queue"] => {
  async function get(queueIds: string[]) {
    const { maxIds } = await jmap.session();
    const ids = queueIds.filter((id) => id !== "");
    const messages = [];
    for (let at = 0; at < ids.length; at += maxIds) {
      const slice = { ids: ids.slice(at, at + maxIds) };
      const { found } = await jmap.send({ found: ["x:QueuedMessage/get", slice] }, z.object({ found: Found }));
      messages.push(...found.list.map(toQueuedMessage));
    }
    return messages;
  }

  /** The engine's refusal of the object, or `null` when it did as it was told. */
  async function change(args: { update: object } | { destroy: string[] }): Promise<JmapFailure | null> {
    const { notUpdated, notDestroyed } = await setObjects(jmap, "QueuedMessage", args);
    return Object.values({ ...notUpdated, ...notDestroyed })[0] ?? null;
  }

  return {
    async list({ text, after, limit }) {
      const position = positionOf(after);
      const sort = [{ property: "due", isAscending: true }];
      const { ids, found } = await jmap.send(
        {
          ids: ["x:QueuedMessage/query", { ...(text ? { filter: { text } } : {}), sort, position, limit }],
          found: ["x:QueuedMessage/get", { "#ids": resultOf("ids", "x:QueuedMessage/query", "/ids") }],
        },
        z.object({ ids: QueryReply, found: Found }),
      );
      return { messages: found.list.map(toQueuedMessage), ...nextAfter(position, ids.ids.length, limit) };
    },

    get,

    async retry(queueId) {
      const failure = await change({ update: { [queueId]: { nextRetry: toDate(new Date()) } } });
      if (failure) throw engineErrorOf(failure, "x:QueuedMessage/set");
    },

    async cancel({ queueId, recipient }) {
      const [message] = await get([queueId]);
      const isPending = ({ state }: { state: string }) => state === "scheduled" || state === "deferred";
      const pending = message?.recipients.filter(isPending) ?? [];
      if (recipient === undefined) return message !== undefined && (await change({ destroy: [queueId] })) === null;
      const address = pending.find((one) => one.address.toLowerCase() === recipient.toLowerCase())?.address;
      if (address === undefined) return false;
      return (await change({ update: { [queueId]: { [`recipients/${toPointer(address)}`]: null } } })) === null;
    },
  };
};

/** RFC 6901 section 3. */
const toPointer = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
