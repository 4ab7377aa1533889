import { and, eq, inArray } from "drizzle-orm";
import { domains, jobs } from "../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef, Done } from "../schema";
import { secondsUntilNextCheck } from "./check-schedule";
import { checksUnderWay } from "./checks-under-way";
import { type DomainRow, findSubject } from "./domain-subject";
import { isProofSettled } from "./proof-life";

/**
 * Gives up the look at DNS that is under way or waits for a worker: nothing is concluded from it, and the next one comes when it is due. Does nothing where
 * there is none, or where the proof of ownership is in question. Throws `domain.not_found`.
 */
export async function cancelCheck(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const isCancelled = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const now = ctx.now();
    if (!isProofSettled(subject.domain, now)) return false;
    const open = (await checksUnderWay(tx, ctx, domainId)).map(({ id }) => id);
    if (open.length === 0) return false;
    const nextCheckAt = nextLook(subject.domain, now);
    await tx
      .update(domains)
      .set({ checkCancelledAt: now, checkProgress: null, nextCheckAt })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
    // The worker that is at one of them finds it taken away, as if its lease were over.
    await tx
      .update(jobs)
      .set({ state: "done", finishedAt: now, leasedUntil: null })
      .where(and(inArray(jobs.id, open), inArray(jobs.state, ["pending", "running"])));
    await audit(tx, ctx, { action: "domain.cancel_check", subject: { type: "domain", id: domainId } });
    return true;
  });
  if (isCancelled) ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}

/** As planned; what was due is put off by a pause, or the sweep would begin it anew at once. */
function nextLook({ id: domainId, state, nextCheckAt, checkAttempts }: DomainRow, now: Date): Date | null {
  if (nextCheckAt === null || nextCheckAt > now) return nextCheckAt;
  const pause = secondsUntilNextCheck({ domainId, state, attempts: checkAttempts, missedSince: null, now });
  return new Date(now.getTime() + pause * 1000);
}
