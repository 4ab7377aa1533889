import type { MemberCtx } from "~/server/context";
import type { ProofMethods } from "../../schema/security";
import { readFactors } from "./read-factors";

/** What the member who is signed in can prove themselves with; nothing of it means: sign in anew. */
export async function getProofMethods(ctx: MemberCtx): Promise<ProofMethods> {
  const known = await ctx.txAsPerson((tx) => readFactors(tx, ctx.actor.personId));
  const { hasPassword, hasTotp, recoveryCodesLeft, passkeyCount } = known;
  return {
    password: hasPassword,
    code: hasTotp || (hasPassword && passkeyCount > 0 && recoveryCodesLeft > 0),
    passkey: passkeyCount > 0,
  };
}
