import { z } from "zod";
import { memberProcedure, publicProcedure, router } from "~/server/trpc";
import { Me, SignIn, SignUp } from "../schema";
import { endSession } from "./end-session";
import { getMe } from "./get-me";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

export const authRouter = router({
  signUp: publicProcedure
    .input(SignUp)
    .output(Me)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: publicProcedure
    .input(SignIn)
    .output(Me)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  /** Also without a session: whoever asks is signed out afterwards. */
  signOut: publicProcedure.output(z.void()).mutation(({ ctx }) => endSession(ctx, "member")),
  me: memberProcedure.output(Me).query(({ ctx }) => getMe(ctx)),
});
