import { and, eq, isNotNull, ne } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef, Done } from "../schema";
import { publishZone } from "./dns/zone-files";
import { findSubject } from "./domain-subject";
import { canPublishInTrial } from "./domain-view";
import { publishPlatformZone } from "./publish-platform-zone";

const ttlSeconds = 5;

/**
 * Does what the owner of a real domain does at a DNS provider: publishes every record, in the trial's own zone. Throws `domain.not_found`,
 * `domain.no_local_zone`, and `domain.taken` when another tenant has proven the name, because its records stand there.
 */
export async function publishInTrial(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new AppError("domain.not_found");
  const { name } = subject.domain;
  const zone = ctx.platform.trialZone;
  if (!zone || !canPublishInTrial(ctx, name)) throw new AppError("domain.no_local_zone");
  const isOthers = and(eq(domains.name, name), isNotNull(domains.provenAt), ne(domains.tenantId, ctx.tenantId));
  const others = await inScope(ctx.db, { sweep: true }, (tx) =>
    tx.select({ id: domains.id }).from(domains).where(isOthers),
  );
  if (others.length > 0) throw new AppError("domain.taken");
  const records = subject.wanted.map(({ name: full, type, value }) => ({ name: full, type, value, ttlSeconds }));
  await publishPlatformZone(ctx.platform);
  await publishZone(zone.dataDir, name, records);
  await ctx.tx(async (tx) => {
    const after = { records: records.length };
    await audit(tx, ctx, { action: "domain.publish", subject: { type: "domain", id: domainId }, after });
    await enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt: ctx.now() });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}
