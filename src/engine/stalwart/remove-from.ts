import { z } from "zod";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";
import { inBatches } from "./in-batches.ts";

const Placed = z.object({
  placed: z.object({ list: z.array(z.object({ id: z.string(), mailboxIds: z.record(z.string(), z.boolean()) })) }),
});
const Refusals = z.record(z.string(), JmapFailure).nullish();
const Changed = z.object({ set: z.union([Failed, z.object({ notDestroyed: Refusals, notUpdated: Refusals })]) });

/** Takes messages out of a mailbox, and destroys those that are nowhere else. What vanished meanwhile is fine. */
export async function removeFrom(jmap: JmapClient, ids: string[], mailboxId: string): Promise<void> {
  for (const batch of await inBatches(jmap, ids)) {
    const get = { ids: batch, properties: ["id", "mailboxIds"] };
    const { placed } = await jmap.send({ placed: ["Email/get", get] }, Placed);
    const inside = placed.list.filter(({ mailboxIds }) => mailboxIds[mailboxId]);
    const isOnlyHere = ({ mailboxIds }: (typeof inside)[number]) => Object.keys(mailboxIds).length === 1;
    const rest = inside.filter((message) => !isOnlyHere(message));
    const args = {
      destroy: inside.filter(isOnlyHere).map(({ id }) => id),
      update: Object.fromEntries(
        rest.map(({ id, mailboxIds: { [mailboxId]: _, ...mailboxIds } }) => [id, { mailboxIds }]),
      ),
    };
    if (inside.length === 0) continue;
    const { set } = await jmap.send({ set: ["Email/set", args] }, Changed, { mayFail: ["set"] });
    const failures = "failed" in set ? [set.failed] : Object.values({ ...set.notDestroyed, ...set.notUpdated });
    const failure = failures.find(({ type }) => type !== "notFound");
    if (failure) throw engineErrorOf(failure, "Email/set");
  }
}
