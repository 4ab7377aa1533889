import type { Ctx } from "~/server/context";
import type { DomainRef } from "../schema";
import { observeDomain } from "./dns/observe-domain";
import { verdict } from "./dns/verdict";
import { findSubject } from "./domain-subject";
import { platformNames, resolverFor, resolverOf } from "./platform-names";
import { policyFetcher } from "./policy-fetcher";
import { concludeCheck } from "./conclude-check";

const provenElsewhere = "domains_proven_name";

/**
 * Looks at a domain's DNS and draws the conclusions: ownership is proven in the same breath in which the token was seen, and only
 * once among all tenants (first proven wins). Jobs call it; a domain that is gone or given up is left alone.
 */
export async function verifyDomain(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject || subject.domain.state === "releasing" || subject.domain.state === "suspended") return;
  const { domain, wanted } = subject;
  const names = platformNames(ctx.platform);
  const { resolve, authority } = await resolverFor(domain.name, ctx.platform);
  const gathered = await observeDomain(
    { domain: domain.name, wanted, platform: names },
    { resolve, outside: resolverOf(ctx.platform), fetchPolicy: policyFetcher(ctx.platform) },
  );
  const observation = { ...gathered, authority };
  try {
    await ctx.tx((tx) => concludeCheck(tx, ctx, subject, observation));
  } catch (error) {
    if (!isProvenElsewhere(error)) throw error;
    const found = gathered.verdicts.get("proof")?.found ?? [];
    const verdicts = new Map(gathered.verdicts).set("proof", verdict("conflict", found, "proof_taken"));
    await ctx.tx((tx) => concludeCheck(tx, ctx, subject, { ...observation, verdicts }));
  }
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
}

function isProvenElsewhere(error: unknown): boolean {
  const { cause, constraint_name: constraint } = error as { cause?: unknown; constraint_name?: string };
  return constraint === provenElsewhere || (cause !== undefined && isProvenElsewhere(cause));
}
