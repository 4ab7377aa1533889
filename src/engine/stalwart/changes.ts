import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed } from "./jmap-failure.ts";

const Ids = z.array(z.string());
export const ChangesReply = z.union([
  Failed,
  z.object({ created: Ids, updated: Ids, destroyed: Ids, newState: z.string(), hasMoreChanges: z.boolean() }),
]);
const Reply = z.object({ found: ChangesReply });

/** RFC 8620 section 5.2. */
export const createChanges =
  (jmap: JmapClient): UserEngine["changes"] =>
  async ({ type, state }) => {
    const since = { sinceState: state, maxChanges: 500 };
    const { found } = await jmap.send({ found: [`${type}/changes`, since] }, Reply, { mayFail: ["found"] });
    if ("failed" in found) {
      const { failed } = found;
      // Some servers do not recognise a state as their own after a restore, and call it an invalid argument.
      if (failed.type !== "invalidArguments") throw engineErrorOf(failed, `${type}/changes`);
      throw new EngineError("stateTooOld", `${type}/changes: ${failed.description ?? failed.type}`);
    }
    const { hasMoreChanges, ...changes } = found;
    return { ...changes, hasMore: hasMoreChanges };
  };
