import { and, eq, sql } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { LookProgress, OnRound } from "./dns/gather-answers";
import type { DomainRow } from "./domain-subject";

const atMostEveryMs = 300;

type LookReport = {
  onRound: OnRound;
  isCancelled: () => boolean;
  /** Nothing is under way any more. */
  end: () => Promise<void>;
};

/**
 * Tells open pages how far a look at DNS is, and the look that it was cancelled. `domain` is as it was when the look began. A look that is over at once
 * writes nothing.
 */
export function reportLook(ctx: Ctx, domain: DomainRow): LookReport {
  let latest: LookProgress | undefined;
  let toldAt = Date.now();
  let wasTold = false;
  let isCancelled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling = Promise.resolve();
  const began = domain.checkCancelledAt?.toISOString() ?? null;
  const isOurs = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id));

  async function tell(): Promise<void> {
    const checkProgress = latest ?? null;
    [toldAt, wasTold] = [Date.now(), true];
    const told = await ctx.tx((tx) =>
      tx
        .update(domains)
        .set({ checkProgress })
        .where(and(isOurs, sql`${domains.checkCancelledAt} is not distinct from ${began}::timestamptz`))
        .returning({ id: domains.id }),
    );
    if (told.length === 0) isCancelled = true;
    else ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domain.id });
  }
  /** One after the other; that a page is not told does not end the look. */
  const tellNext = () =>
    (telling = telling.then(tell).catch((error: unknown) => {
      ctx.log.warn("how far a look at DNS is was not told", { tenant_id: ctx.tenantId, error });
    }));

  return {
    async onRound(progress) {
      latest = progress;
      clearTimeout(timer);
      const waitMs = toldAt + atMostEveryMs - Date.now();
      if (waitMs <= 0) await tellNext();
      else timer = setTimeout(tellNext, waitMs);
      return !isCancelled;
    },
    isCancelled: () => isCancelled,
    async end() {
      clearTimeout(timer);
      await telling;
      if (!wasTold || isCancelled) return;
      await ctx.tx((tx) => tx.update(domains).set({ checkProgress: null }).where(isOurs));
    },
  };
}
