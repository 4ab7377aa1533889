import { and, eq } from "drizzle-orm";
import { domains } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { throttledDomains } from "./throttled-domains";
import { throttlePrefix, throttlesOf } from "./throttles-of";

/** Makes the mail server hold the mail programs of a domain to its limits; none is left of a domain that is not there. Idempotent. */
export async function applySendLimits(ctx: Ctx, { domainId }: { domainId: string }): Promise<void> {
  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
  const { held, wanted } = await ctx.tx(async (tx) => ({
    held: await tx.select({ id: domains.id }).from(domains).where(own),
    wanted: await throttledDomains(tx, own),
  }));
  // Another tenant's, or erased: the sweep sees to what is left of it.
  if (held.length === 0) return;
  const throttles = wanted.flatMap(throttlesOf);
  await ctx.engine.directory.throttles.replace({ prefix: throttlePrefix(domainId), throttles });
}
