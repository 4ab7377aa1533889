import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshProcedure, memberProcedure, publicOnceProcedure, publicProcedure, router } from "~/server/trpc";
import { Me, SecondStep, SignIn, SignInAnswer, SignUp } from "../schema";
import * as account from "../schema/account";
import { PasskeyProof, PasskeyRequest } from "../schema/passkeys";
import { SignInSecondFactor, SwitchTenant } from "../schema/security";
import { askPasskeyToSignIn } from "./ask-passkey-to-sign-in";
import { auditRouter } from "./audit/router";
import { changeEmail } from "./change-email";
import { changeName } from "./change-name";
import { changePassword } from "./change-password";
import { confirmEmail } from "./confirm-email";
import { endSession } from "./end-session";
import { getMe } from "./get-me";
import { getSecondStep } from "./get-second-step";
import { listKeptNotices } from "./list-kept-notices";
import { renewSession } from "./renew-session";
import { oauthRouter } from "./oauth/router";
import { requestReset } from "./request-reset";
import { resendConfirmation } from "./resend-confirmation";
import { resetPassword } from "./reset-password";
import { securityRouter } from "./security/router";
import { signIn } from "./sign-in";
import { signInPasskey } from "./sign-in-passkey";
import { signInSecondFactor } from "./sign-in-second-factor";
import { signUp } from "./sign-up";
import { switchTenant } from "./switch-tenant";
import { teamRouter } from "./team/router";
import { tenantRouter } from "./tenant/router";
import { tokensRouter } from "./tokens/router";
import { webhooksRouter } from "./webhooks/router";

const cookieNote = "The session is in the cookies of the answer, never in its body.";

export const authRouter = router({
  signUp: publicOnceProcedure
    .meta(rest("POST /auth/signup", "Make a tenant and its owner", { status: 201, description: cookieNote }))
    .input(SignUp)
    .output(Me)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: publicProcedure
    .meta(rest("POST /auth/login", "Sign in as a member", { description: cookieNote }))
    .input(SignIn)
    .output(SignInAnswer)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  secondStep: publicProcedure.output(SecondStep).query(({ ctx }) => getSecondStep(ctx)),
  signInSecondFactor: publicProcedure
    .meta(rest("POST /auth/login/second-factor", "Take the second step of signing in", { description: cookieNote }))
    .input(SignInSecondFactor)
    .output(Me)
    .mutation(({ ctx, input }) => signInSecondFactor(ctx, input)),
  askPasskeyToSignIn: publicProcedure.output(PasskeyRequest).mutation(({ ctx }) => askPasskeyToSignIn(ctx)),
  signInPasskey: publicProcedure
    .input(PasskeyProof)
    .output(Me)
    .mutation(({ ctx, input }) => signInPasskey(ctx, input)),
  switchTenant: memberProcedure
    .meta({ isOpenToRestricted: true })
    .input(SwitchTenant)
    .output(Me)
    .mutation(({ ctx, input }) => switchTenant(ctx, input)),
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
  confirmEmail: publicProcedure
    .meta(rest("POST /auth/confirm", "Confirm an address with the token from the mail"))
    .input(account.ConfirmEmail)
    .output(account.ConfirmAnswer)
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
  resendConfirmation: memberProcedure.output(z.void()).mutation(({ ctx }) => resendConfirmation(ctx)),
  requestReset: publicProcedure
    .input(account.RequestReset)
    .output(z.void())
    .mutation(({ ctx, input }) => requestReset(ctx, input)),
  resetPassword: publicProcedure
    .input(account.ResetPassword)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  changePassword: freshProcedure
    .input(account.ChangePassword)
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  changeEmail: freshProcedure
    .input(account.ChangeEmail)
    .output(z.void())
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  changeName: memberProcedure
    .input(account.ChangeName)
    .output(z.void())
    .mutation(({ ctx, input }) => changeName(ctx, input)),
  /** In a trial only, and only on its own machine. */
  keptNotices: publicProcedure.output(z.array(account.KeptNotice)).query(({ ctx }) => listKeptNotices(ctx)),
  oauth: oauthRouter,
  security: securityRouter,
  team: teamRouter,
  tenant: tenantRouter,
  tokens: tokensRouter,
  webhooks: webhooksRouter,
  audit: auditRouter,
});
