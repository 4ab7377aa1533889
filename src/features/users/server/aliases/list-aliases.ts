import { and, asc, eq, gt, ilike, or } from "drizzle-orm";
import { aliases } from "../../../../../db/schema";
import { containing } from "~/server/containing";
import { type Ctx, requireRole } from "~/server/context";
import type { AliasPage, ListAliases } from "../../schema/aliases";
import { maxAliases } from "./add-alias";
import { aliasRows, toAlias } from "./alias-rows";

/** Aliases within the caller's reach by address: of one mailbox user, under one domain, or all. Throws `request.too_many` for a search. */
export async function listAliases(
  ctx: Ctx,
  { userId, domainId, search, after, limit }: ListAliases,
): Promise<AliasPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (search) await ctx.rateLimit("search.tenant", ctx.tenantId);
  const pattern = search && containing(search);
  const which = and(
    userId ? eq(aliases.mailUserId, userId) : undefined,
    domainId ? eq(aliases.domainId, domainId) : undefined,
    pattern ? or(ilike(aliases.address, pattern), ilike(aliases.note, pattern)) : undefined,
    after === undefined ? undefined : gt(aliases.address, after),
  );
  const rows = await ctx.tx((tx) =>
    aliasRows(tx, ctx, which)
      .orderBy(asc(aliases.address))
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit).map(toAlias);
  return {
    aliases: page,
    ...(rows.length > limit ? { next: page.at(-1)!.address } : {}),
    maxPerUser: maxAliases,
  };
}
