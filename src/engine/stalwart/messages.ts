import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { getMessages } from "./message.ts";

/** RFC 8621 section 4: Email/get and Email/set. */
export const createMessages = (jmap: JmapClient): UserEngine["messages"] => ({
  async get(id) {
    const [message] = await getMessages(jmap, [id]);
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return message;
  },

  setKeywords(ids, keywords) {
    const patch = Object.fromEntries(
      Object.entries(keywords).map(([name, isSet]) => [`keywords/${pointerToken(name)}`, isSet ? true : null]),
    );
    return setInBatches(jmap, ids, (batch) => ({ update: Object.fromEntries(batch.map((id) => [id, patch])) }));
  },

  // The whole set is replaced: ids that look like numbers were misread in patch paths by servers of some age.
  move: (ids, mailboxId) =>
    setInBatches(jmap, ids, (batch) => ({
      update: Object.fromEntries(batch.map((id) => [id, { mailboxIds: { [mailboxId]: true } }])),
    })),

  destroy: (ids) => setInBatches(jmap, ids, (batch) => ({ destroy: batch })),
});

/** One after the other, each within the server's limit; the first failure ends it, and what was done before stays done. */
async function setInBatches(jmap: JmapClient, ids: string[], args: (batch: string[]) => Record<string, unknown>) {
  const { maxIds } = await jmap.session();
  for (let at = 0; at < ids.length; at += maxIds) {
    await jmap.send({ set: ["Email/set", args(ids.slice(at, at + maxIds))] }, z.object({ set: z.object({}) }));
  }
}

/** RFC 6901 section 3. */
const pointerToken = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
