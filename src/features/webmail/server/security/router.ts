import { z } from "zod";
import * as factors from "~/features/auth/schema/security";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, publicProcedure, router } from "~/server/trpc";
import { MailMe } from "../../schema";
import * as security from "../../schema/security";
import { beginMailTotp } from "./begin-mail-totp";
import { changeMailPassword } from "./change-mail-password";
import { confirmMailTotp } from "./confirm-mail-totp";
import { confirmRecovery } from "./confirm-recovery";
import { createAppPassword } from "./create-app-password";
import { endMailSession } from "./end-mail-session";
import { endOtherMailSessions } from "./end-other-mail-sessions";
import { getMailSecurity } from "./get-mail-security";
import { getPhoneSetup } from "./get-phone-setup";
import { listMailSessions } from "./list-mail-sessions";
import { openMailboxLink } from "./open-mailbox-link";
import { removeMailTotp } from "./remove-mail-totp";
import { removeRecovery } from "./remove-recovery";
import { renewMailCodes } from "./renew-mail-codes";
import { requestMailReset } from "./request-mail-reset";
import { revokeOwnAppPassword } from "./revoke-own-app-password";
import { setByLink } from "./set-by-link";
import { setRecovery } from "./set-recovery";
import { signInCode } from "./sign-in-code";
import { stepUpMailbox } from "./step-up-mailbox";

export const securityRouter = router({
  signInCode: publicProcedure
    .meta(rest("POST /webmail/login/second-factor", "Take the second step of signing in to a mailbox"))
    .input(factors.SignInSecondFactor)
    .output(MailMe)
    .mutation(({ ctx, input }) => signInCode(ctx, input)),
  openLink: publicProcedure
    .input(security.OpenMailboxLink)
    .output(security.MailboxLinkView)
    .mutation(({ ctx, input }) => openMailboxLink(ctx, input)),
  setByLink: publicProcedure
    .input(security.SetByLink)
    .output(MailMe)
    .mutation(({ ctx, input }) => setByLink(ctx, input)),
  requestReset: publicProcedure
    .input(security.RequestMailReset)
    .output(z.void())
    .mutation(({ ctx, input }) => requestMailReset(ctx, input)),

  get: mailboxProcedure.output(security.MailSecurity).query(({ ctx }) => getMailSecurity(ctx)),
  phone: mailboxProcedure.output(security.PhoneSetup).query(({ ctx }) => getPhoneSetup(ctx)),
  /** What is dangerous asks for it when it was last done, or signed in, more than ten minutes ago. */
  stepUp: mailboxProcedure
    .input(security.MailStepUp)
    .output(z.void())
    .mutation(({ ctx, input }) => stepUpMailbox(ctx, input)),
  changePassword: mailboxProcedure
    .input(security.ChangeMailPassword)
    .output(z.void())
    .mutation(({ ctx, input }) => changeMailPassword(ctx, input)),

  sessions: mailboxProcedure
    .input(factors.ListSessions)
    .output(security.MailSessionPage)
    .query(({ ctx, input }) => listMailSessions(ctx, input)),
  endSession: mailboxProcedure
    .input(factors.SessionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => endMailSession(ctx, input)),
  endOtherSessions: mailboxProcedure.output(z.void()).mutation(({ ctx }) => endOtherMailSessions(ctx)),

  createAppPassword: mailboxProcedure
    .input(security.CreateAppPassword)
    .output(security.NewAppPassword)
    .mutation(({ ctx, input }) => createAppPassword(ctx, input)),
  revokeAppPassword: mailboxProcedure
    .input(security.AppPasswordRef)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeOwnAppPassword(ctx, input)),

  beginTotp: mailboxProcedure.output(factors.TotpSetup).mutation(({ ctx }) => beginMailTotp(ctx)),
  confirmTotp: mailboxProcedure
    .input(factors.ConfirmTotp)
    .output(factors.RecoveryCodes)
    .mutation(({ ctx, input }) => confirmMailTotp(ctx, input)),
  removeTotp: mailboxProcedure
    .input(factors.FactorChange)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMailTotp(ctx, input)),
  renewCodes: mailboxProcedure.output(factors.RecoveryCodes).mutation(({ ctx }) => renewMailCodes(ctx)),

  setRecovery: mailboxProcedure
    .input(security.SetRecovery)
    .output(z.void())
    .mutation(({ ctx, input }) => setRecovery(ctx, input)),
  confirmRecovery: mailboxProcedure
    .input(security.OpenMailboxLink)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmRecovery(ctx, input)),
  removeRecovery: mailboxProcedure.output(z.void()).mutation(({ ctx }) => removeRecovery(ctx)),
});
