import { inScope } from "../../../../db/transaction";
import type { Context } from "~/server/context";
import type { Me } from "../schema";
import type { PasskeyProof } from "../schema/passkeys";
import { takePasskeyChallenge } from "./security/passkey-challenge";
import { readFactors } from "./security/read-factors";
import { takePasskey } from "./security/take-passkey";
import { clearChallenge } from "./sign-in-challenge";
import { signInPerson } from "./sign-in-person";

/**
 * Signs in whoever a passkey of this browser belongs to. It is something that the person has and, by PIN or finger, something that they know
 * or are: both factors, whether a password was given before or not. Throws `auth.sign_in_expired`, `auth.passkey_refused`,
 * `request.too_many`, and what `findPlace` throws.
 */
export async function signInPasskey(ctx: Context, { answer }: PasskeyProof): Promise<Me> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  const challenge = await takePasskeyChallenge(ctx, { use: "sign_in", personId: null });
  const personId = await takePasskey(ctx, challenge, answer);
  const { person } = await inScope(ctx.db, { personId }, (tx) => readFactors(tx, personId));
  clearChallenge(ctx);
  return signInPerson(ctx, person, { hasSecondFactor: true });
}
