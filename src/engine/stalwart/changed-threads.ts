import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import { ChangesReply } from "./changes.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed } from "./jmap-failure.ts";
import { resultOf } from "./result-reference.ts";

const Threads = z.union([Failed, z.object({ list: z.array(z.object({ threadId: z.string() })) })]);
const Reply = z.object({ found: ChangesReply, created: Threads, updated: Threads });

/** More than that are not looked up: whoever asks reads everything anew then. */
const most = 200;

/** RFC 8620 section 5.2 and the threads of what it names, in one request. */
export const createChangedThreads =
  (jmap: JmapClient): UserEngine["changedThreads"] =>
  async (sinceState) => {
    const threadOf = (path: string) => ({ "#ids": resultOf("found", "Email/changes", path), properties: ["threadId"] });
    const { found, created, updated } = await jmap.send(
      {
        found: ["Email/changes", { sinceState, maxChanges: most }],
        created: ["Email/get", threadOf("/created")],
        updated: ["Email/get", threadOf("/updated")],
      },
      Reply,
      { mayFail: ["found", "created", "updated"] },
    );
    if ("failed" in found) {
      const { failed } = found;
      if (failed.type !== "invalidArguments") throw engineErrorOf(failed, "Email/changes");
      throw new EngineError("stateTooOld", `Email/changes: ${failed.description ?? failed.type}`);
    }
    const { newState, hasMoreChanges, destroyed } = found;
    if (hasMoreChanges || destroyed.length > 0 || "failed" in created || "failed" in updated)
      return { threadIds: null, newState };
    return { threadIds: [...new Set([...created.list, ...updated.list].map(({ threadId }) => threadId))], newState };
  };
