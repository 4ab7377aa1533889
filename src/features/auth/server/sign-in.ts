import type { Context } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { SignIn, SignInAnswer } from "../schema";
import { afterFirstFactor } from "./after-first-factor";
import { findPerson } from "./find-person";
import { limitSignIn } from "./limit-sign-in";
import { verifyPassword } from "./password-hash";
import { recordRefusal } from "./record-refusal";
import { inSignInLine } from "./sign-in-line";

/**
 * Signs a person in by password, or asks for the second factor of whoever has one. An unknown address and a wrong password get the same
 * answer after the same time. Throws `auth.wrong_credentials`, `tenant.suspended`, `tenant.closed`, `request.too_many`.
 */
export async function signIn(ctx: Context, { email, password }: SignIn): Promise<SignInAnswer> {
  await limitSignIn(ctx, "member", email);
  return inSignInLine(async () => {
    const person = await findPerson(ctx, email);
    if (await verifyPassword(person?.passwordHash ?? null, password)) return afterFirstFactor(ctx, person!);
    if (person) void recordRefusal(ctx, { personId: person.id });
    throw new AppError("auth.wrong_credentials");
  });
}
