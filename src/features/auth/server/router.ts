import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { memberProcedure, publicProcedure, router } from "~/server/trpc";
import { Me, SignIn, SignInAnswer, SignUp } from "../schema";
import { auditRouter } from "./audit/router";
import { endSession } from "./end-session";
import { getMe } from "./get-me";
import { renewSession } from "./renew-session";
import { oauthRouter } from "./oauth/router";
import { securityRouter } from "./security/router";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { teamRouter } from "./team/router";
import { tenantRouter } from "./tenant/router";
import { tokensRouter } from "./tokens/router";
import { webhooksRouter } from "./webhooks/router";

const cookieNote = "The session is in the cookies of the answer, never in its body.";

export const authRouter = router({
  signUp: publicProcedure
    .meta(rest("POST /auth/signup", "Make a tenant and its owner", { status: 201, description: cookieNote }))
    .input(SignUp)
    .output(Me)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: publicProcedure
    .meta(rest("POST /auth/login", "Sign in as a member", { description: cookieNote }))
    .input(SignIn)
    .output(SignInAnswer)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  /** Also without a session: whoever asks is signed out afterwards. */
  signOut: publicProcedure
    .meta(rest("POST /auth/logout", "Sign the member out"))
    .output(z.void())
    .mutation(({ ctx }) => endSession(ctx, "member")),
  renew: memberProcedure
    .meta({
      isOpenToRestricted: true,
      ...rest("POST /auth/refresh", "Renew the member's session", { description: cookieNote }),
    })
    .output(z.void())
    .mutation(({ ctx }) => renewSession(ctx)),
  me: memberProcedure
    .meta({ isOpenToRestricted: true, ...rest("GET /auth/me", "Show who is signed in, and where") })
    .output(Me)
    .query(({ ctx }) => getMe(ctx)),
  oauth: oauthRouter,
  security: securityRouter,
  team: teamRouter,
  tenant: tenantRouter,
  tokens: tokensRouter,
  webhooks: webhooksRouter,
  audit: auditRouter,
});
