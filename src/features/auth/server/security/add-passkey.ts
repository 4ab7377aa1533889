import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import { passkeys, sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { releasePersonSessions } from "~/server/end-person-sessions";
import { renewTokens } from "~/server/renew-tokens";
import type { AddPasskey } from "../../schema/passkeys";
import type { FactorAdded } from "../../schema/security";
import { takePasskeyChallenge } from "./passkey-challenge";
import { readFactors } from "./read-factors";
import { recordFactorChange } from "./record-factor-change";
import { relyingParty } from "./relying-party";
import { writeRecoveryCodes } from "./write-recovery-codes";

const mostPasskeys = 20;

/** What the browser made, checked. Throws `auth.passkey_refused`. */
async function verified(ctx: MemberCtx, challenge: string, made: AddPasskey["made"]) {
  const { origin, rpID } = relyingParty(ctx);
  const checked = await verifyRegistrationResponse({
    ...{ response: made, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: [-8, -7, -257] },
  }).catch((cause: unknown) => {
    throw new AppError("auth.passkey_refused", {}, { cause });
  });
  if (!checked.verified) throw new AppError("auth.passkey_refused");
  return checked.registrationInfo;
}

/**
 * Adds a passkey, which then signs in alone or as a second factor. This session counts as one with a second factor from then on. Throws
 * `auth.passkey_refused` for one that does not fit its question or is known already, `auth.sign_in_expired`, `tenant.limit_reached`.
 */
export async function addPasskey(ctx: MemberCtx, { name, made, signOutOthers }: AddPasskey): Promise<FactorAdded> {
  const { personId, sessionId } = ctx.actor;
  const challenge = await takePasskeyChallenge(ctx, { use: "add", personId });
  const { credential, credentialBackedUp } = await verified(ctx, challenge, made);
  const row = {
    ...{ personId, name, credentialId: credential.id, signCount: credential.counter, isBackedUp: credentialBackedUp },
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    transports: made.response.transports,
  };
  const done = await ctx.txAsPerson(async (tx) => {
    const { person, recoveryCodesLeft, passkeyCount } = await readFactors(tx, personId);
    if (passkeyCount >= mostPasskeys) throw new AppError("tenant.limit_reached");
    const added = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id });
    if (added.length === 0) throw new AppError("auth.passkey_refused");
    const own = and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, sessionId));
    await tx.update(sessions).set({ hasSecondFactor: true }).where(own);
    const recoveryCodes = recoveryCodesLeft ? null : await writeRecoveryCodes(tx, ctx.secretBox, personId);
    const ended = await recordFactorChange(tx, ctx, person, { kind: "passkey_add", signOutOthers, after: { name } });
    return { recoveryCodes, ended };
  });
  await releasePersonSessions(ctx, done.ended);
  await renewTokens(ctx);
  return { recoveryCodes: done.recoveryCodes };
}
