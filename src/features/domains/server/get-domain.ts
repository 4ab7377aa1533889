import { and, eq, inArray } from "drizzle-orm";
import { jobs } from "../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainDetail, DomainRef } from "../schema";
import { Finding } from "../schema/findings";
import { recogniseProvider } from "./dns-providers";
import { findSubject } from "./domain-subject";
import { canPublishInTrial, recordsOf, summarise } from "./domain-view";

/** One domain with every record that it should publish and what DNS shows of it. Throws `domain.not_found`. */
export async function getDomain(ctx: Ctx, { domainId }: DomainRef): Promise<DomainDetail> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  return ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new AppError("domain.not_found");
    const { domain } = subject;
    const waiting = await tx
      .select({ runAt: jobs.runAt })
      .from(jobs)
      .where(
        and(
          inArray(jobs.name, ["dns-verification", "dns-verification.due"]),
          eq(jobs.key, domainId),
          inArray(jobs.state, ["pending", "running"]),
        ),
      );
    return {
      ...summarise(subject),
      applyError: domain.applyError,
      checkedAt: domain.checkedAt?.toISOString() ?? null,
      nextCheckAt: domain.nextCheckAt?.toISOString() ?? null,
      isChecking: waiting.some(({ runAt }) => runAt <= ctx.now()),
      canPublishInTrial: canPublishInTrial(ctx, domain.name),
      intent: domain.intent,
      forbidsSubdomains: domain.forbidsSubdomains,
      proofMissedSince: domain.proofMissedSince?.toISOString() ?? null,
      frozenUntil: domain.frozenUntil?.toISOString() ?? null,
      zone: domain.zone,
      nameServers: domain.nameServers,
      provider: recogniseProvider(domain.nameServers),
      findings: domain.findings.map((finding) => Finding.parse(finding)),
      records: recordsOf(subject),
    };
  });
}
