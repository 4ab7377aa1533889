import { z } from "zod";
import { memberProcedure, publicProcedure, router } from "~/server/trpc";
import { Me, SignIn, SignInAnswer, SignUp } from "../schema";
import { auditRouter } from "./audit/router";
import { endSession } from "./end-session";
import { getMe } from "./get-me";
import { securityRouter } from "./security/router";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { teamRouter } from "./team/router";
import { tenantRouter } from "./tenant/router";
import { tokensRouter } from "./tokens/router";
import { webhooksRouter } from "./webhooks/router";

export const authRouter = router({
  signUp: publicProcedure
    .input(SignUp)
    .output(Me)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: publicProcedure
    .input(SignIn)
    .output(SignInAnswer)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  /** Also without a session: whoever asks is signed out afterwards. */
  signOut: publicProcedure.output(z.void()).mutation(({ ctx }) => endSession(ctx, "member")),
  me: memberProcedure
    .meta({ isOpenToRestricted: true })
    .output(Me)
    .query(({ ctx }) => getMe(ctx)),
  security: securityRouter,
  team: teamRouter,
  tenant: tenantRouter,
  tokens: tokensRouter,
  webhooks: webhooksRouter,
  audit: auditRouter,
});
