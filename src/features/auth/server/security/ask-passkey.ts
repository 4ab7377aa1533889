import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Context } from "~/server/context";
import type { PasskeyRequest } from "../../schema/passkeys";
import { type Asked, givePasskeyChallenge } from "./passkey-challenge";
import { relyingParty } from "./relying-party";

type Known = { credentialId: string; transports: string[] };

/** A question for the passkeys of a browser; with `known` for those only. The person's PIN or finger is always asked for. */
export async function askPasskey(
  ctx: Pick<Context, "cookies" | "secretBox" | "now" | "db" | "platform">,
  { use, personId, known = [] }: Omit<Asked, "challenge"> & { known?: Known[] },
): Promise<PasskeyRequest> {
  const { rpID } = relyingParty(ctx);
  const options = await generateAuthenticationOptions({ rpID, userVerification: "required", timeout: 120_000 });
  givePasskeyChallenge(ctx, { challenge: options.challenge, use, personId });
  return {
    ...{ challenge: options.challenge, rpId: rpID, timeout: 120_000, userVerification: "required" },
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, type: "public-key", transports })),
  };
}
