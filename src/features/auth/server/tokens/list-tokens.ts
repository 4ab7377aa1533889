import { and, eq, gt } from "drizzle-orm";
import { apiTokens, people, users } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import type { ListTokens, TokenPage } from "../../schema/tokens";
import { toApiToken } from "./token-view";
import { tokensInSight } from "./tokens-in-sight";

/** The API tokens that the member looks after, oldest first. */
export async function listTokens(ctx: MemberCtx, { after, limit }: ListTokens): Promise<TokenPage> {
  const rows = await ctx.tx((tx) =>
    tx
      .select({ token: apiTokens, email: people.email })
      .from(apiTokens)
      .leftJoin(users, eq(users.id, apiTokens.memberId))
      .leftJoin(people, eq(people.id, users.personId))
      .where(and(tokensInSight(ctx), after ? gt(apiTokens.id, after) : undefined))
      .orderBy(apiTokens.id)
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  return {
    tokens: page.map(({ token, email }) => toApiToken(ctx, token, email)),
    ...(rows.length > limit ? { next: page.at(-1)?.token.id } : {}),
  };
}
