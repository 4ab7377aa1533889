import { generateRegistrationOptions } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import type { PasskeyCreation } from "../../schema/passkeys";
import { givePasskeyChallenge } from "./passkey-challenge";
import { relyingParty } from "./relying-party";
import { userHandleOf } from "./take-passkey";

/** What a browser needs to make a passkey for the member: one that knows whose it is, and that asks for a PIN or a finger. */
export async function beginPasskey(ctx: MemberCtx): Promise<PasskeyCreation> {
  const { personId, email } = ctx.actor;
  const { rpID, rpName } = relyingParty(ctx);
  const known = await ctx.txAsPerson((tx) => tx.select().from(passkeys).where(eq(passkeys.personId, personId)));
  const userID = userHandleOf(personId);
  const { challenge, user } = await generateRegistrationOptions({ rpID, rpName, userID, userName: email });
  givePasskeyChallenge(ctx, { challenge, use: "add", personId });
  return {
    ...{ rp: { id: rpID, name: rpName }, user: { ...user, displayName: email }, challenge, timeout: 120_000 },
    // EdDSA, ES256, RS256: what every authenticator has one of.
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: "public-key" })),
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, type: "public-key", transports })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
  };
}
