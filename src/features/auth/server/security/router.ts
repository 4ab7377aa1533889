import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshProcedure, memberProcedure, router } from "~/server/trpc";
import { Identities, LinkProvider, UnlinkIdentity } from "../../schema/oauth";
import * as keys from "../../schema/passkeys";
import * as security from "../../schema/security";
import { beginLink } from "../oauth/begin-link";
import { listIdentities } from "../oauth/list-identities";
import { unlinkIdentity } from "../oauth/unlink-identity";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { beginTotp } from "./begin-totp";
import { confirmTotp } from "./confirm-totp";
import { endOtherSessions } from "./end-other-sessions";
import { endOwnSession } from "./end-own-session";
import { getProofMethods } from "./get-proof-methods";
import { getSecurity } from "./get-security";
import { listOwnSessions } from "./list-own-sessions";
import { removePasskey } from "./remove-passkey";
import { removeTotp } from "./remove-totp";
import { renamePasskey } from "./rename-passkey";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { setPolicy } from "./set-policy";
import { stepUp } from "./step-up";
import { askPasskeyToStepUp, stepUpPasskey } from "./step-up-passkey";

const open = { isOpenToRestricted: true } as const;

export const securityRouter = router({
  identities: memberProcedure
    .meta(open)
    .output(Identities)
    .query(({ ctx }) => listIdentities(ctx)),
  /** Answers where to send the browser; it comes back to the security page. */
  link: freshProcedure
    .input(LinkProvider)
    .output(z.strictObject({ url: z.url() }))
    .mutation(({ ctx, input }) => beginLink(ctx, input)),
  unlink: freshProcedure
    .input(UnlinkIdentity)
    .output(z.void())
    .mutation(({ ctx, input }) => unlinkIdentity(ctx, input)),
  get: memberProcedure
    .meta(open)
    .output(security.Security)
    .query(({ ctx }) => getSecurity(ctx)),
  setPolicy: freshProcedure
    .input(security.SetPolicy)
    .output(z.void())
    .mutation(({ ctx, input }) => setPolicy(ctx, input)),

  beginTotp: freshProcedure
    .meta(open)
    .output(security.TotpSetup)
    .mutation(({ ctx }) => beginTotp(ctx)),
  confirmTotp: freshProcedure
    .meta(open)
    .input(security.ConfirmTotp)
    .output(security.FactorAdded)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  removeTotp: freshProcedure
    .meta(open)
    .input(security.FactorChange)
    .output(z.void())
    .mutation(({ ctx, input }) => removeTotp(ctx, input)),
  renewRecoveryCodes: freshProcedure
    .meta(open)
    .output(security.RecoveryCodes)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx)),

  beginPasskey: freshProcedure
    .meta(open)
    .output(keys.PasskeyCreation)
    .mutation(({ ctx }) => beginPasskey(ctx)),
  addPasskey: freshProcedure
    .meta(open)
    .input(keys.AddPasskey)
    .output(security.FactorAdded)
    .mutation(({ ctx, input }) => addPasskey(ctx, input)),
  renamePasskey: memberProcedure
    .meta(open)
    .input(keys.RenamePasskey)
    .output(z.void())
    .mutation(({ ctx, input }) => renamePasskey(ctx, input)),
  removePasskey: freshProcedure
    .meta(open)
    .input(keys.PasskeyRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removePasskey(ctx, input)),

  sessions: memberProcedure
    .meta(open)
    .input(security.ListSessions)
    .output(security.SessionPage)
    .query(({ ctx, input }) => listOwnSessions(ctx, input)),
  endSession: memberProcedure
    .meta(open)
    .input(security.SessionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endOtherSessions: memberProcedure
    .meta(open)
    .output(z.void())
    .mutation(({ ctx }) => endOtherSessions(ctx)),

  proofMethods: memberProcedure
    .meta(open)
    .output(security.ProofMethods)
    .query(({ ctx }) => getProofMethods(ctx)),
  stepUp: memberProcedure
    .meta({ ...open, ...rest("POST /auth/step-up", "Prove again who you are, for what is dangerous") })
    .input(security.StepUp)
    .output(z.void())
    .mutation(({ ctx, input }) => stepUp(ctx, input)),
  askPasskeyToStepUp: memberProcedure
    .meta(open)
    .output(keys.PasskeyRequest)
    .mutation(({ ctx }) => askPasskeyToStepUp(ctx)),
  stepUpPasskey: memberProcedure
    .meta(open)
    .input(keys.PasskeyProof)
    .output(z.void())
    .mutation(({ ctx, input }) => stepUpPasskey(ctx, input)),
  /** Does nothing, for whoever has proven who they are: a page asks before it opens a download. */
  requireFresh: freshProcedure
    .meta(open)
    .output(z.void())
    .query(() => {}),
});
