import { and, eq } from "drizzle-orm";
import { apiTokens } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import type { TokenRef } from "../../schema/tokens";
import { tokensInSight } from "./tokens-in-sight";

/** Ends a token for ever; the next call with it is refused, in every process. Throws `token.not_found`, also for what is another's. */
export async function revokeToken(ctx: MemberCtx, { tokenId }: TokenRef): Promise<void> {
  await ctx.tx(async (tx) => {
    const [gone] = await tx
      .delete(apiTokens)
      .where(and(tokensInSight(ctx), eq(apiTokens.id, tokenId)))
      .returning();
    if (!gone) throw new AppError("token.not_found");
    const before = { name: gone.name, scopes: gone.scopes, hint: gone.hint };
    await audit(tx, ctx, { action: "token.revoke", subject: { type: "api_token", id: tokenId }, before });
  });
}
