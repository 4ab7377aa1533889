import { inScope } from "../../../../db/transaction";
import type { Context } from "~/server/context";
import type { SecondFactorMethod, SignInAnswer } from "../schema";
import { readFactors } from "./security/read-factors";
import { giveChallenge } from "./sign-in-challenge";
import { findPlace } from "./find-place";
import { signInPerson } from "./sign-in-person";

/**
 * Goes on with the sign-in of a person whose password or provider was right: whoever has a second factor is asked for it, all others are
 * signed in. Throws what `findPlace` throws.
 */
export async function afterFirstFactor(
  ctx: Context,
  person: { id: string; email: string; passwordHash: string | null },
): Promise<SignInAnswer> {
  const { known, place } = await inScope(ctx.db, { personId: person.id }, async (tx) => {
    const factors = await readFactors(tx, person.id);
    return { known: factors, place: factors.hasSecondFactor ? null : await findPlace(tx, person.id) };
  });
  if (place) return { step: "signed_in", me: await signInPerson(ctx, person, { hasSecondFactor: false, place }) };
  giveChallenge(ctx, person);
  return { step: "second_factor", methods: methodsOf(known) };
}

/** What a person can take the second step with. */
export function methodsOf(known: {
  hasTotp: boolean;
  passkeyCount: number;
  recoveryCodesLeft: number;
}): SecondFactorMethod[] {
  const has: Record<SecondFactorMethod, boolean> = {
    ...{ totp: known.hasTotp, passkey: known.passkeyCount > 0, recovery_code: known.recoveryCodesLeft > 0 },
  };
  return (Object.keys(has) as SecondFactorMethod[]).filter((method) => has[method]);
}
