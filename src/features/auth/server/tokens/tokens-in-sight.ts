import { and, eq, type SQL } from "drizzle-orm";
import { apiTokens } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";

/** Owners and admins look after all tokens of the tenant, everybody else after their own. */
export function tokensInSight({ tenantId, actor }: MemberCtx): SQL | undefined {
  const isAdministrator = actor.role === "owner" || actor.role === "admin";
  return and(eq(apiTokens.tenantId, tenantId), isAdministrator ? undefined : eq(apiTokens.memberId, actor.memberId));
}
