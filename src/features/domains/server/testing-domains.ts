import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import type { DomainSummary } from "../schema";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { publishInTrial } from "./publish-in-trial";
import { verifyDomain } from "./verify-domain";

/** The context in which jobs act for the tenant of `ctx`. */
export const asJob = (services: Services, ctx: Ctx): Ctx =>
  systemContext(services, { job: "dns-verification" }, ctx.tenantId);

/** What the worker does after a claim or a change in DNS: looks, then makes the engine agree. */
export async function runDomainJobs(services: Services, ctx: Ctx, domainId: string): Promise<void> {
  await verifyDomain(asJob(services, ctx), { domainId });
  await applyDomain(asJob(services, ctx), { domainId });
}

/** A domain with all its records in DNS, proven, in the engine and active. */
export async function activeDomain(services: Services, ctx: Ctx, name: string): Promise<DomainSummary> {
  const domain = await addDomain(ctx, { name });
  await publishInTrial(ctx, { domainId: domain.id });
  await runDomainJobs(services, ctx, domain.id);
  return domain;
}
