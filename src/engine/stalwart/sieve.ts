import { z } from "zod";
import { createTurns } from "../../lib/turns.ts";
import type { UserEngine } from "../mail-engine.ts";
import { CreatedReply } from "./encodings.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { resultOf } from "./result-reference.ts";

const Script = z.object({ id: z.string(), name: z.string(), blobId: z.string(), isActive: z.boolean().catch(false) });
const Nothing = z.object({});

/** RFC 9661. A filter by name finds names that contain it. */
export function createSieve(
  jmap: JmapClient,
  blobs: Pick<UserEngine["blobs"], "upload" | "download">,
): UserEngine["sieve"] {
  const inTurn = createTurns();

  async function findScript(name: string) {
    const { found } = await jmap.send(
      {
        ids: ["SieveScript/query", { filter: { name } }],
        found: ["SieveScript/get", { "#ids": resultOf("ids", "SieveScript/query", "/ids") }],
      },
      z.object({ found: z.object({ list: z.array(Script) }) }),
    );
    return found.list.find((script) => script.name === name) ?? null;
  }

  return {
    activate: ({ name, content }) =>
      inTurn(name, async () => {
        const present = await findScript(name);
        const { blobId } = await blobs.upload(new Blob([content], { type: "application/sieve" }));
        const args = present
          ? { update: { [present.id]: { blobId } }, onSuccessActivateScript: present.id }
          : { create: { it: { name, blobId } }, onSuccessActivateScript: "#it" };
        const Reply = z.object({ set: present ? Nothing : CreatedReply });
        await jmap.send({ set: ["SieveScript/set", args] }, Reply);
      }),

    remove: (name) =>
      inTurn(name, async () => {
        const present = await findScript(name);
        if (!present) return;
        const calls: Calls = {};
        if (present.isActive) calls.off = ["SieveScript/set", { onSuccessDeactivateScript: true }];
        // A request's calls run in order: what is active cannot be destroyed.
        calls.gone = ["SieveScript/set", { destroy: [present.id] }];
        await jmap.send(calls, Nothing);
      }),

    async find(name) {
      const script = await findScript(name);
      if (!script) return null;
      const response = await blobs.download(script.blobId, "script", "application/sieve");
      return { content: await response.text(), isActive: script.isActive };
    },
  };
}
