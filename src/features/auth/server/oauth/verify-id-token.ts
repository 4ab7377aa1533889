import { jwtVerify } from "jose";
import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { Discovered } from "./discovery";

/** Signatures by a private key only: with any other, whoever knows a public value could sign. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
/** How far a provider's clock may be off; seconds. */
const clockTolerance = 60;

const flag = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0"]), z.literal([0, 1])])
  .optional()
  .catch(undefined);
export const IdToken = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  nonce: z.string(),
  auth_time: z.number().optional(),
  email: z.string().optional().catch(undefined),
  email_verified: flag,
  name: z.string().catch(""),
  preferred_username: z.string().optional().catch(undefined),
  /** Google: the organisation whose address it is. */
  hd: z.string().optional().catch(undefined),
  /** Microsoft: the directory, and whether it owns the address's domain. */
  tid: z.uuid().optional().catch(undefined),
  xms_edov: flag,
});
export type IdToken = z.infer<typeof IdToken>;

/** Whether a claim says yes, however a provider spells it. */
export const says = (claim: IdToken["email_verified"]): boolean => [true, "true", "1", 1].includes(claim ?? false);

const refused = (why: string, cause?: unknown) =>
  new AppError("auth.provider_refused", {}, { cause: new Error(`the id token was refused: ${why}`, { cause }) });

/**
 * The claims of an id token, checked by OpenID Connect Core section 3.1.3.7: signature by a key of the provider, issuer, audience, time,
 * nonce. Throws `auth.provider_refused`, `service.unavailable` when the keys cannot be fetched.
 */
export async function verifyIdToken(
  token: string,
  expected: { by: Pick<Discovered, "issuer" | "keys">; clientId: string; nonce: string; now: Date },
): Promise<IdToken> {
  const { by, clientId, nonce, now } = expected;
  const options = {
    ...{ algorithms, audience: clientId, clockTolerance, currentDate: now },
    requiredClaims: ["iss", "sub", "aud", "exp", "iat", "nonce"],
  };
  const { payload } = await jwtVerify(token, by.keys, options).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw refused(error instanceof Error ? error.message : "unreadable", error);
  });
  const claims = IdToken.safeParse(payload).data;
  if (!claims) throw refused("its claims are of another shape");
  if (claims.iss.includes("{") || claims.iss !== by.issuer.replace("{tenantid}", claims.tid ?? "{tenantid}"))
    throw refused("another issuer");
  if (claims.nonce !== nonce) throw refused("it belongs to another visit");
  const isForOthersToo = Array.isArray(claims.aud) && claims.aud.length > 1;
  if (claims.azp === undefined ? isForOthersToo : claims.azp !== clientId) throw refused("it is for another client");
  return claims;
}
