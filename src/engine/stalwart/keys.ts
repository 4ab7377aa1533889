import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory } from "../mail-engine.ts";
import { QueryReply, toDate, toSet } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { mailPermissions } from "./mail-permissions.ts";
import { jitter } from "./retry-busy.ts";

const Minted = z.object({
  set: z.object({ created: z.object({ it: z.object({ id: z.string(), secret: z.string() }) }) }),
});

const attempts = 4;

/** x:ApiKey of one mailbox user's account (recipe: minted by the service, for mail only, with an end). */
export const createKeys = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["keys"] => {
  async function create(accountId: string, it: object) {
    const { set } = await jmap.send({ set: ["x:ApiKey/set", { accountId, create: { it } }] }, Minted);
    return { keyId: set.created.it.id, secret: set.created.it.secret };
  }

  /** Keys that ended still count against the account's limit. */
  async function sweepExpired(accountId: string) {
    const filter = { expiresAtIsLessThan: toDate(new Date()) };
    const { expired } = await jmap.send(
      { expired: ["x:ApiKey/query", { accountId, filter }] },
      z.object({ expired: QueryReply }),
    );
    if (expired.ids.length === 0) return;
    await jmap.send({ set: ["x:ApiKey/set", { accountId, destroy: expired.ids }] }, z.object({}));
  }

  return {
    mint: ({ accountId, description, expiresAt }) =>
      oneWriter(`account:${accountId}`, async () => {
        const it = {
          description,
          expiresAt: toDate(expiresAt),
          allowedIps: {},
          permissions: { "@type": "Replace", permissions: toSet(mailPermissions) },
        };
        for (let attempt = 1; ; attempt++) {
          try {
            return await create(accountId, it);
          } catch (error) {
            if (!(error instanceof EngineError) || attempt === attempts) throw error;
            // Another process wrote to the same account: its revision moved and nothing of ours was done.
            if (error.failure === "unavailable") await pause(jitter(attempt, 50, 1_000));
            else if (error.failure === "overQuota" && attempt === 1) await sweepExpired(accountId);
            else throw error;
          }
        }
      }),

    destroy: ({ accountId, keyId }) =>
      oneWriter(`account:${accountId}`, async () => {
        const set = { accountId, destroy: [keyId] };
        await jmap.send({ set: ["x:ApiKey/set", set] }, z.object({})).catch((error: unknown) => {
          if (!(error instanceof EngineError) || error.failure !== "notFound") throw error;
        });
      }),
  };
};
