import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";
import { getMessages } from "./message.ts";

/** RFC 8621 section 4: Email/get and Email/set. */
export const createMessages = (jmap: JmapClient): Omit<UserEngine["messages"], "import"> => ({
  async get(id) {
    const [message] = await getMessages(jmap, [id]);
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return message;
  },

  setKeywords(ids, keywords) {
    const patch = Object.fromEntries(
      Object.entries(keywords).map(([name, isSet]) => [`keywords/${pointerToken(name)}`, isSet ? true : null]),
    );
    return updateAll(jmap, ids, patch);
  },

  // The whole set is replaced: ids that look like numbers were misread in patch paths by servers of some age.
  move: (ids, mailboxId) => updateAll(jmap, ids, { mailboxIds: { [mailboxId]: true } }),

  async destroy(ids) {
    for (const batch of await inBatches(jmap, ids)) {
      const { set } = await jmap.send({ set: ["Email/set", { destroy: batch }] }, Destroyed, { mayFail: ["set"] });
      const failure =
        "failed" in set ? set.failed : Object.values(set.notDestroyed ?? {}).find(({ type }) => type !== "notFound");
      if (failure) throw engineErrorOf(failure, "Email/set");
    }
  },
});

const Destroyed = z.object({
  set: z.union([Failed, z.object({ notDestroyed: z.record(z.string(), JmapFailure).nullish() })]),
});

/** One after the other; the first failure ends it, and what was done before stays done. */
async function updateAll(jmap: JmapClient, ids: string[], patch: object) {
  for (const batch of await inBatches(jmap, ids)) {
    const update = Object.fromEntries(batch.map((id) => [id, patch]));
    await jmap.send({ set: ["Email/set", { update }] }, z.object({ set: z.object({}) }));
  }
}

/** As many ids at a time as the server takes. */
async function inBatches(jmap: JmapClient, ids: string[]): Promise<string[][]> {
  const { maxIds } = await jmap.session();
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, at) => ids.slice(at * maxIds, (at + 1) * maxIds));
}

/** RFC 6901 section 3. */
const pointerToken = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
