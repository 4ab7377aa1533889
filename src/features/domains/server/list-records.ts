import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRecords, DomainRef } from "../schema";
import { findSubject } from "./domain-subject";
import { recordsOf } from "./domain-view";

/** Every record that a domain should publish, with the last verdict on it. Throws `domain.not_found`. */
export async function listRecords(ctx: Ctx, { domainId }: DomainRef): Promise<DomainRecords> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new AppError("domain.not_found");
  return { records: recordsOf(subject), checkedAt: subject.domain.checkedAt?.toISOString() ?? null };
}
