import { enqueue } from "../../../../jobs/enqueue";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef, Done } from "../schema";
import { findSubject } from "./domain-subject";

/** However many look, and however often they ask. */
const atMostEveryMs = 10_000;

/**
 * Somebody has the page of a domain open: DNS is looked at now, unless that was done within the last ten seconds. Changes nothing that a log would tell of.
 * Throws `domain.not_found`.
 */
export async function watchDomain(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new AppError("domain.not_found");
    const { state, checkedAt, checkCancelledAt } = subject.domain;
    if (state === "suspended" || state === "releasing") return;
    // Who cancelled a look does not want the open page to begin the next one.
    if (checkCancelledAt && checkCancelledAt > (checkedAt ?? 0)) return;
    const since = ctx.now().getTime() - (checkedAt?.getTime() ?? 0);
    const runAt = new Date(ctx.now().getTime() + Math.max(0, atMostEveryMs - since));
    await enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt });
  });
  return {};
}
