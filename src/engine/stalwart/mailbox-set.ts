import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import { createMailbox } from "./create-mailbox.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";

const Done = z.object({ set: z.object({}) });
const Destroyed = z.object({
  set: z.union([Failed, z.object({ notDestroyed: z.record(z.string(), JmapFailure).nullish() })]),
});

/** RFC 8621 section 2.5: folders made, changed and removed. */
export const createMailboxSet = (jmap: JmapClient): Omit<UserEngine["mailboxes"], "list"> => ({
  create: async (folder) => ({ id: await createMailbox(jmap, folder) }),

  async update(id, change) {
    await jmap.send({ set: ["Mailbox/set", { update: { [id]: change } }] }, Done);
  },

  async destroy(id) {
    const { set } = await jmap.send({ set: ["Mailbox/set", { destroy: [id] }] }, Destroyed, { mayFail: ["set"] });
    const failure = "failed" in set ? set.failed : set.notDestroyed?.[id];
    if (failure && failure.type !== "notFound") throw engineErrorOf(failure, "Mailbox/set");
  },
});
