import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
const shape = { algorithm: "SHA1", digits: 6, period: periodSeconds } as const;

/** A new secret for an authenticator app, base32: 160 bits (RFC 4226 section 4, R6). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the app reads from the picture: `otpauth://totp/…`. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  new TOTP({ ...shape, issuer, label, secret: Secret.fromBase32(secret) }).toString();

/**
 * The time step that `code` belongs to, or `null` when it is not right: the present step, the one before and the one after
 * (RFC 6238 section 5.2). Whether the step was used before is for the caller to know.
 */
export function totpStepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...shape, token: code, secret: Secret.fromBase32(secret), timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: periodSeconds, timestamp }) + delta;
}

/** The code of one moment: what an app would show. */
export const totpCode = (secret: string, at: Date): string =>
  TOTP.generate({ ...shape, secret: Secret.fromBase32(secret), timestamp: at.getTime() });
