import { z } from "zod";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";

const Refusals = z
  .record(z.string(), JmapFailure)
  .nullish()
  .transform((refusals) => refusals ?? {});
const Outcome = z.object({
  created: z
    .record(z.string(), z.object({ id: z.string() }).loose())
    .nullish()
    .transform((created) => created ?? {}),
  notCreated: Refusals,
  notUpdated: Refusals,
  notDestroyed: Refusals,
});
const Reply = z.object({ set: z.union([Failed, Outcome]) });

/** One x:…/set whose refusals of single objects the caller handles. A method that failed as a whole rejects. */
export async function setObjects(
  jmap: JmapClient,
  object: string,
  args: { create?: object; update?: object; destroy?: string[] },
): Promise<z.output<typeof Outcome>> {
  const method = `x:${object}/set`;
  const { set } = await jmap.send({ set: [method, args] }, Reply, { mayFail: ["set"] });
  if ("failed" in set) throw engineErrorOf(set.failed, method);
  return set;
}
