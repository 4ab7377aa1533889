import { z } from "zod";
import { apiReference } from "~/server/rest/api-reference";
import { freshProcedure, memberProcedure, publicProcedure, router } from "~/server/trpc";
import { ApiReference } from "../../schema/reference";
import { CreatedToken, CreateToken, ListTokens, TokenPage, TokenRef } from "../../schema/tokens";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

/** Not in the REST API: a token must not be able to make more of its kind. */
export const tokensRouter = router({
  list: memberProcedure
    .input(ListTokens)
    .output(TokenPage)
    .query(({ ctx, input }) => listTokens(ctx, input)),
  create: freshProcedure
    .input(CreateToken)
    .output(CreatedToken)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: freshProcedure
    .input(TokenRef)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeToken(ctx, input)),
  /** What there is to call with a token, for the page that shows it. */
  reference: publicProcedure.output(ApiReference).query(({ ctx }) => apiReference(ctx.platform.appUrl)),
});
