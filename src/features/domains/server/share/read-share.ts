import { and, eq, gt } from "drizzle-orm";
import { dnsShares, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { type Context, systemContext } from "~/server/context";
import { hashToken } from "~/server/session-token";
import { AppError } from "~/lib/errors";
import { toDisplayName } from "~/lib/domain-name";
import type { SharedRecords, ShareToken } from "../../schema/share";
import { Finding } from "../../schema/findings";
import { recogniseProvider } from "../dns-providers";
import { findSubject } from "../domain-subject";
import { recordsOf } from "../domain-view";

/**
 * What a link shows: the records of one domain, what to delete beside them and how far it is; nothing of the tenant, its note or its history. Throws
 * `auth.link_invalid` alike for a link that ran out, was taken back or never was, and for a domain that is not this tenant's to set up
 * any more; and `request.too_many`.
 */
export async function readShare(ctx: Context, { token }: ShareToken): Promise<SharedRecords> {
  await ctx.rateLimit("share.ip", ctx.ip);
  const tokenHash = hashToken(token);
  const valid = and(eq(dnsShares.tokenHash, tokenHash), gt(dnsShares.expiresAt, ctx.now()));
  const [share] = await inScope(ctx.db, { lookup: tokenHash }, (tx) => tx.select().from(dnsShares).where(valid));
  if (!share) throw new AppError("auth.link_invalid");
  const reader = systemContext(ctx, { job: "dns-share" }, share.tenantId);
  const subject = await reader.tx(async (tx) => {
    const isOpen = and(eq(tenants.id, share.tenantId), eq(tenants.state, "active"));
    const [tenant] = await tx.select({ id: tenants.id }).from(tenants).where(isOpen);
    return tenant && findSubject(tx, reader, share.domainId);
  });
  if (!subject || subject.domain.state === "releasing" || subject.domain.state === "suspended")
    throw new AppError("auth.link_invalid");
  const { name, intent, nameServers, findings, checkedAt, zone } = subject.domain;
  const isWanted = ({ purpose }: { purpose: string }) => purpose !== "mx" || intent !== "send_only";
  return {
    ...{ name, displayName: toDisplayName(name), zone: zone ?? name, provider: recogniseProvider(nameServers) },
    ...{ expiresAt: share.expiresAt.toISOString(), checkedAt: checkedAt?.toISOString() ?? null },
    isMailLater: intent !== "move_now",
    findings: findings.map((finding) => Finding.parse(finding)),
    records: recordsOf(subject).filter((record) => record.state !== "ignored" && isWanted(record)),
  };
}
