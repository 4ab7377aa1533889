import { type AuthenticatorTransport, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, lt, or } from "drizzle-orm";
import { passkeys } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";
import type { PasskeyAnswer } from "../../schema/passkeys";
import { relyingParty } from "./relying-party";

type Passkey = typeof passkeys.$inferSelect;

/** The opaque name that a passkey keeps its person under: the person's id, base64url. */
export const userHandleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(personId.replaceAll("-", ""), "hex"));

async function verified(ctx: Services, challenge: string, passkey: Passkey, answer: PasskeyAnswer) {
  const { origin, rpID } = relyingParty(ctx);
  const { userHandle } = answer.response;
  if (userHandle && userHandle !== Buffer.from(userHandleOf(passkey.personId)).toString("base64url")) return null;
  const { authenticationInfo, verified: isRight } = await verifyAuthenticationResponse({
    ...{ response: answer, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID },
    requireUserVerification: true,
    credential: {
      ...{ id: passkey.credentialId, counter: passkey.signCount },
      publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, "base64url")),
      transports: passkey.transports as AuthenticatorTransport[],
    },
  });
  return isRight ? authenticationInfo : null;
}

/**
 * The person whose passkey has answered `challenge`. A signature counter that does not go on means that the key was copied: refused (W3C
 * WebAuthn level 3, section 6.1.1), as is all else that does not fit. Throws `auth.passkey_refused`.
 */
export async function takePasskey(ctx: Services, challenge: string, answer: PasskeyAnswer): Promise<string> {
  const refused = (cause?: unknown) => new AppError("auth.passkey_refused", {}, { cause });
  const [passkey] = await inScope(ctx.db, { lookup: answer.id }, (tx) =>
    tx.select().from(passkeys).where(eq(passkeys.credentialId, answer.id)),
  );
  if (!passkey) throw refused();
  const info = await verified(ctx, challenge, passkey, answer).catch((cause: unknown) => {
    ctx.log.warn("a passkey was refused", { error: cause });
    throw refused(cause);
  });
  if (!info) throw refused();
  const { personId, id } = passkey;
  // Many passkeys never count: zero stays zero.
  const goesOn = or(
    lt(passkeys.signCount, info.newCounter),
    and(eq(passkeys.signCount, 0), eq(passkeys.signCount, info.newCounter)),
  );
  const used = { signCount: info.newCounter, isBackedUp: info.credentialBackedUp, lastUsedAt: ctx.now() };
  const taken = await inScope(ctx.db, { personId }, (tx) =>
    tx
      .update(passkeys)
      .set(used)
      .where(and(eq(passkeys.id, id), goesOn))
      .returning({ id: passkeys.id }),
  );
  if (taken.length === 0) throw refused();
  return personId;
}
