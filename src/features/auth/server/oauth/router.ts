import { z } from "zod";
import { publicProcedure, router } from "~/server/trpc";
import { Me } from "../../schema";
import { NewcomerView, OfferedProvider, SignUpVouched } from "../../schema/oauth";
import { getNewcomer } from "./get-newcomer";
import { listProviders } from "./list-providers";
import { signUpVouched } from "./sign-up-vouched";

export const oauthRouter = router({
  providers: publicProcedure.output(z.array(OfferedProvider)).query(({ ctx }) => listProviders(ctx)),
  newcomer: publicProcedure.output(NewcomerView.nullable()).query(({ ctx }) => getNewcomer(ctx)),
  signUp: publicProcedure
    .input(SignUpVouched)
    .output(Me)
    .mutation(({ ctx, input }) => signUpVouched(ctx, input)),
});
