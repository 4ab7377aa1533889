import { and, eq, gt } from "drizzle-orm";
import { sessions, tenants } from "../../db/schema";
import type { MailboxCtx, MemberCtx } from "./context";
import { domainReach } from "./domain-reach";
import type { PageEvent } from "./events";
import { inStreamSlot } from "./stream-slots";
import { memberProcedure, router } from "./trpc";

export type LiveEvent = Omit<PageEvent, "tenantId">;

const recheckMs = 30_000;

/**
 * Tells an open page what changed in its tenant, until the page goes away or its session ends: at once when that is said here, within
 * `everyMs` otherwise. The last event is then `session`, so that the page asks who is signed in.
 */
export async function* liveEvents(
  ctx: MemberCtx | MailboxCtx,
  signal: AbortSignal,
  everyMs = recheckMs,
): AsyncGenerator<LiveEvent> {
  const { sessionId } = ctx.actor;
  // Whose domains and users these are is not known here.
  const isHeld = domainReach(ctx) !== null;
  const ended = new AbortController();
  const look = () => void recheck(ctx).then((holds) => holds || ended.abort());
  const timer = setInterval(look, everyMs);
  // It may have ended between the gate and here.
  look();
  try {
    for await (const { topic, subjectId } of ctx.events.subscribe(
      ctx.tenantId,
      AbortSignal.any([signal, ended.signal]),
    )) {
      if (topic !== "session") yield isHeld ? { topic } : { topic, subjectId };
      else if (subjectId === sessionId) break;
    }
    if (!signal.aborted) yield { topic: "session", subjectId: sessionId };
  } finally {
    clearInterval(timer);
  }
}

/** A database that does not answer says nothing about the session: the next round asks again. */
async function recheck(ctx: MemberCtx | MailboxCtx): Promise<boolean> {
  const holds = and(
    eq(sessions.tenantId, ctx.tenantId),
    eq(sessions.id, ctx.actor.sessionId),
    gt(sessions.expiresAt, ctx.now()),
    eq(tenants.state, "active"),
  );
  try {
    const found = await ctx.tx((tx) =>
      tx.select({ id: sessions.id }).from(sessions).innerJoin(tenants, eq(tenants.id, sessions.tenantId)).where(holds),
    );
    return found.length > 0;
  } catch (error) {
    ctx.log.warn("a live session could not be checked", { tenant_id: ctx.tenantId, error });
    return true;
  }
}

export const liveRouter = router({
  /** What changed in the member's tenant; topics, never data. */
  events: memberProcedure.subscription(({ ctx, signal }) =>
    inStreamSlot(ctx.actor.memberId, () => liveEvents(ctx, signal ?? new AbortController().signal)),
  ),
});
