import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";
import type { DomainRef } from "../schema";
import { applyDomain } from "./apply-domain";
import { type Conclusion, concludeCheck } from "./conclude-check";
import { contestHolder } from "./contest-holder";
import { observeDomain } from "./dns/observe-domain";
import { verdict } from "./dns/verdict";
import { type DomainSubject, findSubject } from "./domain-subject";
import { eraseFrozen } from "./erase-frozen";
import { freezeDomain } from "./freeze-domain";
import { reportLook } from "./report-look";
import { recordsDue } from "./records-due";
import { platformNames, resolverFor, resolverOf } from "./platform-names";
import { policyFetcher } from "./policy-fetcher";
import { isGraceOver } from "./proof-life";
import { tellNamesAbove } from "./tell-names-above";
import { thawDomain } from "./thaw-domain";

const provenElsewhere = "domains_proven_name";

/**
 * Looks at a domain's DNS and draws the conclusions: ownership is proven in the same breath in which the token was seen, only
 * once among all tenants (first proven wins), and the domain is made in the same job. Jobs call it; a domain that is gone or given up is left alone, what
 * a cancelled look saw is forgotten, and a frozen one is erased when its time is over.
 */
export async function verifyDomain(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject || subject.domain.state === "releasing") return;
  const { domain } = subject;
  if (domain.state === "suspended") return lookAtFrozen(ctx, subject);
  const conclusion = await look(ctx, subject);
  if (!conclusion) return;
  const { mustApply, isNewlyProven } = conclusion;
  if (isNewlyProven) await tellNamesAbove(ctx, domain.name);
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  if (domain.state === "proof_lost" && isGraceOver(domain, ctx.now())) await freezeDomain(ctx, { domainId });
  else if (mustApply) await applyNow(ctx, domainId);
}

/** Erased when its time is over, and given back when its proof is there again; what is being moved aside is left alone. */
async function lookAtFrozen(ctx: Ctx, subject: DomainSubject): Promise<void> {
  const { id: domainId, frozenUntil, provenAt } = subject.domain;
  if (!frozenUntil || provenAt) return;
  if (frozenUntil <= ctx.now()) return eraseFrozen(ctx, subject);
  const isBack = await thawDomain(ctx, subject).catch((error: unknown) => {
    if (!isProvenElsewhere(error)) throw error;
    return false;
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  if (isBack) await applyNow(ctx, domainId);
}

/** Null when it was cancelled. */
async function look(ctx: Ctx, subject: DomainSubject): Promise<Conclusion | null> {
  const { domain } = subject;
  const { wanted, isPartial } = recordsDue(subject, ctx.now());
  const names = platformNames(ctx.platform);
  const { resolve, authority } = await resolverFor(domain.name, ctx.platform, domain.nameServers);
  const report = reportLook(ctx, domain);
  const senses = { resolve, outside: resolverOf(ctx.platform), fetchPolicy: policyFetcher(ctx.platform) };
  const gathered = await observeDomain(
    { domain: domain.name, wanted, platform: names, isPartial },
    { ...senses, onRound: report.onRound },
  ).finally(report.end);
  if (report.isCancelled()) return null;
  const observation = { ...gathered, authority, isPartial };
  const conclude = (seen: typeof observation) => ctx.tx((tx) => concludeCheck(tx, ctx, subject, seen));
  try {
    return await conclude(observation);
  } catch (error) {
    if (!isProvenElsewhere(error)) throw error;
  }
  if (await contestHolder(ctx, domain.name).catch((error: unknown) => refusedByEngine(ctx, error)))
    try {
      return await conclude(observation);
    } catch (error) {
      if (!isProvenElsewhere(error)) throw error;
    }
  const found = gathered.verdicts.get("proof")?.found ?? [];
  const verdicts = new Map(gathered.verdicts).set("proof", verdict("conflict", found, "proof_taken"));
  return conclude({ ...observation, verdicts });
}

/** What fails here is done by the job that was asked for with the proof. */
const applyNow = (ctx: Ctx, domainId: string): Promise<unknown> =>
  applyDomain(ctx, { domainId }).catch((error: unknown) => refusedByEngine(ctx, error));

function refusedByEngine(ctx: Ctx, error: unknown): false {
  if (!(error instanceof EngineError)) throw error;
  ctx.log.warn("the engine does not have a domain yet", { tenant_id: ctx.tenantId, error });
  return false;
}

function isProvenElsewhere(error: unknown): boolean {
  const { cause, constraint_name: constraint } = error as { cause?: unknown; constraint_name?: string };
  return constraint === provenElsewhere || (cause !== undefined && isProvenElsewhere(cause));
}
