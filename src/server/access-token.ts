import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What a member's token says beside: who in person, when and how they proved it, and what they may not do. */
const Personal = z.object({
  pid: z.uuid(),
  /** When the person last proved who they are (OpenID Connect Core, section 2). */
  auth_time: z.int(),
  /** A second factor was part of it. */
  mfa: z.boolean(),
  /** The domains of a `domain_admin`. */
  domains: z.array(z.uuid()).nullable(),
  /** The tenant asks for a second factor that this session lacks: it may do nothing but add one. */
  restricted: z.boolean(),
});

/** Claims of an access token. `sub` is the member's or mailbox user's id, `sid` the session row. Times are seconds (RFC 7519). */
const Claims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  tenant_id: z.uuid(),
  email: z.string(),
  role: z.enum(["owner", "admin", "domain_admin", "viewer", "mailbox"]),
  person: Personal.nullable(),
  iat: z.int(),
  exp: z.int(),
});
export type Claims = z.infer<typeof Claims>;
/** Claims before they are signed. */
export type Claimed = Omit<Claims, "iat" | "exp">;

const header = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");
const cacheSize = 5000;

export type AccessTokens = {
  sign(claims: Claimed, now: Date): string;
  /** The claims of a valid token, else `null`. Verified once per token, then remembered until it expires or is dropped. */
  verify(token: string, now: Date): Claims | null;
  /** Takes no token of a session any more that was signed until now: it ended, or what its tokens say is no longer so. */
  drop(sessionId: string, now?: Date): void;
  /** Whose session a token that we signed is, also when it is not to be taken any more: for counting, never for letting in. */
  sessionOf(token: string, now: Date): string | null;
  /**
   * Says whether this process hears of sessions that others end. While it does not, a token is taken for ten seconds only, and
   * afterwards none from before: its session is looked up instead, so that losing the store lets nobody in and signs nobody out.
   */
  hearing(isHeard: boolean, now?: Date): void;
};

/** For how long a token is believed by a process that does not hear of ends of sessions; seconds. */
const deafSeconds = 10;

/** JWT with HS256 (RFC 7515, RFC 7519). Only the one header that we write is accepted, so no other algorithm can be asked for. */
export function createAccessTokens(secret: string, lifetimeSeconds: number): AccessTokens {
  const verified = new Map<string, Claims>();
  /** When, in seconds: whoever still holds the session is given a token that says what is so now. */
  const dropped = new Map<string, number>();
  let isDeaf = false;
  let heardSince = 0;
  const signature = (body: string) => createHmac("sha256", secret).update(`${header}.${body}`).digest();

  const check = (token: string): Claims | null => {
    const [head, body, mac] = token.split(".");
    if (head !== header || !body || !mac) return null;
    const given = Buffer.from(mac, "base64url");
    const wanted = signature(body);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    return Claims.safeParse(JSON.parse(Buffer.from(body, "base64url").toString())).data ?? null;
  };

  const secondsOf = (now: Date) => Math.floor(now.getTime() / 1000);
  const isStale = ({ sid, iat }: Claims, now: Date) =>
    iat <= (dropped.get(sid) ?? -1) || iat < heardSince || (isDeaf && iat < secondsOf(now) - deafSeconds);

  return {
    sign(claims, now) {
      const iat = Math.floor(now.getTime() / 1000);
      const body = Buffer.from(JSON.stringify({ ...claims, iat, exp: iat + lifetimeSeconds })).toString("base64url");
      return `${header}.${body}.${signature(body).toString("base64url")}`;
    },
    verify(token, now) {
      const known = verified.get(token);
      const claims = known ?? check(token);
      if (!claims || claims.exp * 1000 <= now.getTime() || isStale(claims, now)) {
        verified.delete(token);
        return null;
      }
      if (!known) {
        if (verified.size >= cacheSize) verified.delete(verified.keys().next().value!);
        verified.set(token, claims);
      }
      return claims;
    },
    drop(sessionId, now = new Date()) {
      const seconds = Math.floor(now.getTime() / 1000);
      for (const [id, at] of dropped) if (at + lifetimeSeconds < seconds) dropped.delete(id);
      dropped.set(sessionId, seconds);
    },
    sessionOf(token, now) {
      const claims = verified.get(token) ?? check(token);
      return claims && claims.exp * 1000 > now.getTime() ? claims.sid : null;
    },
    hearing(isHeard, now = new Date()) {
      isDeaf = !isHeard;
      if (isHeard) heardSince = secondsOf(now);
    },
  };
}
