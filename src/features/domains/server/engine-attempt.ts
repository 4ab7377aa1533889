import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";

/** Does something at the engine for a domain. Rejects with `EngineError` after the reason was stored. */
export async function engineAttempt<T>(ctx: Ctx, domainId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError) {
      const row = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
      await ctx.tx((tx) => tx.update(domains).set({ applyError: error.failure }).where(row));
      ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
    }
    throw error;
  }
}
