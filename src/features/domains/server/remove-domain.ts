import { and, eq, isNull, ne } from "drizzle-orm";
import { domains, groups, mailUsers } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef, Done } from "../schema";
import { giveUpAddresses } from "./addressing/give-up-addresses";
import { removeZone } from "./dns/zone-files";
import { findSubject } from "./domain-subject";
import { canPublishInTrial } from "./domain-view";

/**
 * Gives a domain up. A mere claim is gone at once; a proven domain is released when the engine has let go of it. Throws `domain.not_found`, and
 * `domain.has_users` or `domain.has_groups` while anybody has a mailbox or a group there; deleted ones do not count, and cannot be brought back afterwards.
 */
export async function removeDomain(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const domain = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const { name, state, provenAt, frozenUntil, revision } = subject.domain;
    const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.domainId, domainId));
    const living = and(own, ne(mailUsers.state, "deleted"));
    const [anybody] = await tx.select({ id: mailUsers.id }).from(mailUsers).where(living).limit(1);
    if (anybody) throw new AppError("domain.has_users");
    const [team] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.tenantId, ctx.tenantId), eq(groups.domainId, domainId), isNull(groups.deletedAt)))
      .limit(1);
    if (team) throw new AppError("domain.has_groups");
    const row = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
    await giveUpAddresses(tx, ctx.tenantId, subject.domain);
    if (provenAt || frozenUntil) {
      await tx
        .update(domains)
        .set({ state: "releasing", revision: revision + 1, nextCheckAt: null })
        .where(row);
      await enqueue(tx, "engine.apply", { tenantId: ctx.tenantId, kind: "domain", id: domainId }, { key: domainId });
    } else await tx.delete(domains).where(row);
    await audit(tx, ctx, {
      action: "domain.remove",
      subject: { type: "domain", id: domainId },
      before: { name, state },
    });
    return subject.domain;
  });
  const zone = ctx.platform.trialZone;
  if (zone && domain.provenAt && canPublishInTrial(ctx, domain.name)) await removeZone(zone.dataDir, domain.name);
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}
