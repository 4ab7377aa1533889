import { randomBytes } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { enqueue } from "../../../../jobs/enqueue";
import { dkimKeys, domains, tenants } from "../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { domainReach } from "~/server/domain-reach";
import { parseDomainName } from "~/lib/domain-name";
import { AppError } from "~/lib/errors";
import type { AddDomain, DomainSummary } from "../schema";
import { makeSealedKey } from "./dkim/seal-key";
import { findSubject } from "./domain-subject";
import { summarise } from "./domain-view";
import { namesAbove } from "./names-above";
import { domainNameRules } from "./platform-names";

/**
 * Records a claim: nothing exists in the engine until ownership is proven, and a claim locks nobody out. The signing key is made now, so that all
 * records can be published in one visit to the DNS provider. A token held to some domains
 * adds none. Throws `domain.name_refused`, `domain.already_added`, `tenant.limit_reached`.
 */
export async function addDomain(
  ctx: Ctx,
  { name: typed, intent, confirmsMixedScript = false }: AddDomain,
): Promise<DomainSummary> {
  requireRole(ctx, "owner", "admin");
  if (domainReach(ctx)) throw new AppError("auth.scope_missing");
  const rules = { ...domainNameRules(ctx.platform), allowsMixedScript: confirmsMixedScript };
  const parsed = parseDomainName(typed, rules);
  if ("fault" in parsed) throw refusedFor(parsed.fault);
  const { name } = parsed;
  const domainId = Bun.randomUUIDv7();
  await ctx.rateLimit("domain-add.tenant", ctx.tenantId);
  await ctx.rateLimit("domain-add.name", `${ctx.tenantId}:${name}`);
  const above = await namesAbove(ctx, name);
  if (above.some(({ forbidsSubdomains }) => forbidsSubdomains)) throw refusedFor("parent_forbids");
  const key = await makeSealedKey(ctx.secretBox, { domainId, algorithm: "rsa-sha256", slot: 1 });

  const summary = await ctx.tx(async (tx) => {
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)).for("update");
    const [held] = await tx.select({ count: count() }).from(domains).where(eq(domains.tenantId, ctx.tenantId));
    if (!tenant) throw new AppError("tenant.not_found");
    const max = tenant.maxDomains;
    if ((held?.count ?? 0) >= max)
      throw new AppError("tenant.limit_reached", { max, reason: `The plan allows ${max} domains.` });
    const claim = {
      id: domainId,
      tenantId: ctx.tenantId,
      name,
      proofToken: randomBytes(16).toString("hex"),
      nextCheckAt: ctx.now(),
      intent: intent ?? null,
      dkimMode: ctx.platform.dkimZone ? ("cname" as const) : ("txt" as const),
    };
    const [row] = await tx.insert(domains).values(claim).onConflictDoNothing().returning({ id: domains.id });
    if (!row) throw new AppError("domain.already_added");
    await tx.insert(dkimKeys).values({ tenantId: ctx.tenantId, domainId, ...key });
    await audit(tx, ctx, { action: "domain.add", subject: { type: "domain", id: domainId }, after: { name } });
    await enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt: ctx.now() });
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new Error("a domain that was just added is not there");
    return summarise(subject);
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return summary;
}

const refusedFor = (fault: string) =>
  new AppError("domain.name_refused", { issues: [{ path: "name", message: fault }] });
