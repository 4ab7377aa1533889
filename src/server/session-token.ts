import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { AccessTokens } from "./access-token";

type Family = { id: string; tenantId: string };

/**
 * What only this server can say about `text` and a session: an access token's signature that expired in 1970 and never leaves this
 * function. Base64url, 256 bits.
 */
function mark(tokens: AccessTokens, { id, tenantId }: Family, text: string): string {
  const claims = { sub: id, sid: id, tenant_id: tenantId, role: "mailbox", person: null } as const;
  return hashToken(tokens.sign({ ...claims, email: text }, new Date(0)));
}

const signed = (tokens: AccessTokens, family: Family, secret: string) =>
  [family.tenantId, family.id, secret, mark(tokens, family, `refresh token ${secret}`)].join(".");

/** The first refresh token of a session: which session, 256 random bits, and our mark on both. */
export const newRefreshToken = (tokens: AccessTokens, family: Family): string =>
  signed(tokens, family, randomBytes(32).toString("base64url"));

/** What the database keeps of a token: SHA-256, base64url. The token has 256 bits, so it needs no slow hash. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * The token that follows `token`. It is derived, not drawn, so that racing tabs and a browser whose answer got lost all receive the
 * same successor (RFC 9700 §4.14.2) although nothing but hashes is stored.
 */
export const successorOf = (tokens: AccessTokens, family: Family, token: string): string =>
  signed(tokens, family, mark(tokens, family, `successor of ${hashToken(token)}`));

const form = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([\w-]{43})\.([\w-]{43})$/;

/**
 * The session whose token this is or ever was, however long ago; `null` for what this server never gave out. So every token of a
 * session is recognised when it comes back, and none of them has to be kept for that.
 */
export function familyOf(tokens: AccessTokens, token: string): Family | null {
  const [, tenantId, id, secret, given] = form.exec(token) ?? [];
  if (!tenantId || !id || !secret || !given) return null;
  const family = { id, tenantId };
  const wanted = mark(tokens, family, `refresh token ${secret}`);
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted)) ? family : null;
}
