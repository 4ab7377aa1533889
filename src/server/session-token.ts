import { createHash, randomBytes } from "node:crypto";
import type { AccessTokens } from "./access-token";

/** A refresh token: 256 random bits, base64url. */
export const newRefreshToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a refresh token: SHA-256, base64url. The token has 256 bits, so it needs no slow hash. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * The token that follows `token`. It is derived, not drawn, so that racing tabs and a browser whose answer got lost all receive the
 * same successor (RFC 9700 §4.14.2) although nothing but hashes is stored. Only who holds the server's signing key can derive it;
 * the signature that it is made of expired in 1970 and never leaves this function.
 */
export function successorOf(tokens: AccessTokens, session: { id: string; tenantId: string }, token: string): string {
  const claims = {
    sub: session.id,
    sid: session.id,
    tenant_id: session.tenantId,
    role: "mailbox",
    person: null,
  } as const;
  return hashToken(tokens.sign({ ...claims, email: `successor of ${hashToken(token)}` }, new Date(0)));
}
