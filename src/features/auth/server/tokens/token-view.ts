import type { apiTokens } from "../../../../../db/schema";
import { type ApiScope, apiScopes } from "~/lib/api-scopes";
import type { MemberCtx } from "~/server/context";
import type { ApiToken } from "../../schema/tokens";

export type TokenRow = typeof apiTokens.$inferSelect;

/** What members see of a token: never its hash. `email` is the address of the member whose token it is. */
export function toApiToken(ctx: MemberCtx, row: TokenRow, email: string | null): ApiToken {
  const { id, name, hint, memberId, domainIds, networks, expiresAt, lastUsedAt, lastUsedIp, createdAt } = row;
  return {
    ...{ id, name, hint, domainIds, networks, lastUsedIp },
    member: memberId ? { id: memberId, email: email ?? "", isYou: memberId === ctx.actor.memberId } : null,
    scopes: row.scopes.filter((scope): scope is ApiScope => (apiScopes as readonly string[]).includes(scope)),
    isExpired: expiresAt !== null && expiresAt <= ctx.now(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
