import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";
import { inBatches } from "./in-batches.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { removeFrom } from "./remove-from.ts";
import { getMessages, longestWholeBytes } from "./message.ts";

/** RFC 8621 section 4: Email/get and Email/set. */
export const createMessages = (
  jmap: JmapClient,
  known: Mailboxes,
): Omit<UserEngine["messages"], "import" | "source" | "file" | "download" | "headers"> => ({
  async get(id) {
    const [message] = await getMessages(jmap, [id]);
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return message;
  },

  async getWhole(id) {
    const [message] = await getMessages(jmap, [id], longestWholeBytes);
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return message;
  },

  setKeywords: (ids, keywords) => updateAll(jmap, ids, keywordPatch(keywords)),

  async move(ids, to, keywords = {}) {
    // The whole set is replaced: ids that look like numbers were misread in patch paths by servers of some age.
    const moveTo = (id: string) => updateAll(jmap, ids, { ...keywordPatch(keywords), mailboxIds: { [id]: true } });
    if (typeof to === "string") return moveTo(to);
    const id = await known.ensureRole(to.role, to.name);
    try {
      await moveTo(id);
    } catch (error) {
      if (!(error instanceof EngineError) || error.failure !== "refused") throw error;
      known.forget();
      const present = await known.ensureRole(to.role, to.name);
      if (present === id) throw error;
      await moveTo(present);
    }
  },

  removeFrom: async (ids, mailbox) => removeFrom(jmap, ids, await known.idOf(mailbox)),

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

const keywordPatch = (keywords: Record<string, boolean>) =>
  Object.fromEntries(
    Object.entries(keywords).map(([name, isSet]) => [`keywords/${pointerToken(name)}`, isSet ? true : null]),
  );

/** RFC 6901 section 3. */
const pointerToken = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
