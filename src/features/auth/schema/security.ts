import { z } from "zod";
import { Password } from "../schema";

/** Six digits of an authenticator app, or a recovery code; spaces and dashes are for the eye. */
export const SecondFactorCode = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s-]/g, "").toLowerCase())
  .pipe(z.string().regex(/^(?:\d{6}|[0-9a-z]{10})$/));

export const SignInSecondFactor = z.strictObject({ code: SecondFactorCode });
export type SignInSecondFactor = z.infer<typeof SignInSecondFactor>;

/** What a person can prove themselves with here and now. */
export const ProofMethods = z.strictObject({ password: z.boolean(), code: z.boolean(), passkey: z.boolean() });
export type ProofMethods = z.infer<typeof ProofMethods>;

/** The password of whoever has one, and a code of whoever has a second factor. */
export const StepUp = z.strictObject({ password: Password.optional(), code: SecondFactorCode.optional() });
export type StepUp = z.infer<typeof StepUp>;
