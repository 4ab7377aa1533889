import { eq } from "drizzle-orm";
import { passkeys } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { renewTokens } from "~/server/renew-tokens";
import type { PasskeyProof, PasskeyRequest } from "../../schema/passkeys";
import { askPasskey } from "./ask-passkey";
import { takePasskeyChallenge } from "./passkey-challenge";
import { recordProof } from "./record-proof";
import { takePasskey } from "./take-passkey";

/** The question for a member's own passkeys, by which they prove anew who they are. */
export async function askPasskeyToStepUp(ctx: MemberCtx): Promise<PasskeyRequest> {
  const { personId } = ctx.actor;
  const known = await ctx.txAsPerson((tx) => tx.select().from(passkeys).where(eq(passkeys.personId, personId)));
  return askPasskey(ctx, { use: "step_up", personId, known });
}

/** Proves anew who a member is by one of their passkeys. Throws `auth.sign_in_expired`, `auth.passkey_refused`, `request.too_many`. */
export async function stepUpPasskey(ctx: MemberCtx, { answer }: PasskeyProof): Promise<void> {
  const { personId, sessionId } = ctx.actor;
  await ctx.rateLimit("sign-in.device", sessionId);
  const challenge = await takePasskeyChallenge(ctx, { use: "step_up", personId });
  if ((await takePasskey(ctx, challenge, answer)) !== personId) throw new AppError("auth.passkey_refused");
  await ctx.txAsPerson((tx) => recordProof(tx, ctx, { withSecondFactor: true }));
  await renewTokens(ctx);
}
