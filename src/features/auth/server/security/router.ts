import { z } from "zod";
import { freshProcedure, memberProcedure, router } from "~/server/trpc";
import { Identities, LinkProvider, UnlinkIdentity } from "../../schema/oauth";
import { ProofMethods, StepUp } from "../../schema/security";
import { beginLink } from "../oauth/begin-link";
import { listIdentities } from "../oauth/list-identities";
import { unlinkIdentity } from "../oauth/unlink-identity";
import { getProofMethods } from "./get-proof-methods";
import { stepUp } from "./step-up";

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
  proofMethods: memberProcedure
    .meta(open)
    .output(ProofMethods)
    .query(({ ctx }) => getProofMethods(ctx)),
  stepUp: memberProcedure
    .meta(open)
    .input(StepUp)
    .output(z.void())
    .mutation(({ ctx, input }) => stepUp(ctx, input)),
  /** Does nothing, for whoever has proven who they are: a page asks before it opens a download. */
  requireFresh: freshProcedure
    .meta(open)
    .output(z.void())
    .query(() => {}),
});
