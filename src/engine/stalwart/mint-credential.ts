import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import { QueryReply, toDate } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { jitter } from "./retry-busy.ts";

const Minted = z.object({
  set: z.object({ created: z.object({ it: z.object({ id: z.string(), secret: z.string() }) }) }),
});

const attempts = 4;

/**
 * Creates an x:ApiKey or x:AppPassword inside an account; the caller holds the account's turn. Another process that wrote to the account
 * meanwhile makes it fail as a whole, so it is tried again. At the limit, credentials that ended make room: they still count.
 */
export async function mintCredential(
  jmap: JmapClient,
  object: "ApiKey" | "AppPassword",
  accountId: string,
  it: Record<string, unknown>,
): Promise<{ keyId: string; secret: string }> {
  async function sweepExpired() {
    const filter = { expiresAtIsLessThan: toDate(new Date()) };
    const { expired } = await jmap.send(
      { expired: [`x:${object}/query`, { accountId, filter }] },
      z.object({ expired: QueryReply }),
    );
    if (expired.ids.length === 0) return;
    await jmap.send({ set: [`x:${object}/set`, { accountId, destroy: expired.ids }] }, z.object({}));
  }

  for (let attempt = 1; ; attempt++) {
    try {
      const { set } = await jmap.send({ set: [`x:${object}/set`, { accountId, create: { it } }] }, Minted);
      return { keyId: set.created.it.id, secret: set.created.it.secret };
    } catch (error) {
      if (!(error instanceof EngineError) || attempt === attempts) throw error;
      if (error.failure === "unavailable") await pause(jitter(attempt, 50, 1_000));
      else if (error.failure === "overQuota" && attempt === 1) await sweepExpired();
      else throw error;
    }
  }
}
