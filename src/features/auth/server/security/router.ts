import { z } from "zod";
import { freshProcedure, memberProcedure, router } from "~/server/trpc";
import { ProofMethods, StepUp } from "../../schema/security";
import { getProofMethods } from "./get-proof-methods";
import { stepUp } from "./step-up";

const open = { isOpenToRestricted: true } as const;

export const securityRouter = router({
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
