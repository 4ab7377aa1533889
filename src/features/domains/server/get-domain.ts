import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainDetail, DomainRef } from "../schema";
import { Finding } from "../schema/findings";
import { recogniseProvider } from "./dns-providers";
import { checksUnderWay } from "./checks-under-way";
import { findSubject } from "./domain-subject";
import { canPublishInTrial, recordsOf, summarise } from "./domain-view";
import { isProofSettled } from "./proof-life";

/** One domain with every record that it should publish and what DNS shows of it. Throws `domain.not_found`. */
export async function getDomain(ctx: Ctx, { domainId }: DomainRef): Promise<DomainDetail> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  return ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new AppError("domain.not_found");
    const { domain } = subject;
    const underWay = await checksUnderWay(tx, ctx, domainId);
    return {
      ...summarise(subject),
      applyError: domain.applyError,
      checkedAt: domain.checkedAt?.toISOString() ?? null,
      nextCheckAt: domain.nextCheckAt?.toISOString() ?? null,
      isChecking: underWay.length > 0,
      canCancelCheck: underWay.length > 0 && isProofSettled(domain, ctx.now()),
      // What a worker that died left behind says nothing.
      checkProgress: underWay.some(({ state }) => state === "running") ? domain.checkProgress : null,
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
