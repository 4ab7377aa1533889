import type { Claimed } from "./access-token";
import type { MailboxSession, MemberSession, ResponseCookies, TenantId } from "./context";
import { refreshSession } from "./refresh-session";
import type { Services } from "./services";
import { type SessionKind, sessionCookies } from "./session-cookies";

/** With `systemContext` and API tokens the only place where a tenant's id becomes a `TenantId`: out of claims that this server signed. */
export const memberSessionOf = ({ role, person, ...claims }: Claimed): MemberSession | null =>
  role === "mailbox" || !person
    ? null
    : {
        ...{ sessionId: claims.sid, tenantId: claims.tenant_id as TenantId },
        ...{ memberId: claims.sub, personId: person.pid, email: claims.email, role, domainIds: person.domains },
        ...{ authenticatedAt: new Date(person.auth_time * 1000), hasSecondFactor: person.mfa },
        isRestricted: person.restricted,
      };

/** As `memberSessionOf`, for a mailbox user. */
export const mailboxSessionOf = (claims: Claimed): MailboxSession | null =>
  claims.role === "mailbox"
    ? {
        ...{ sessionId: claims.sid, tenantId: claims.tenant_id as TenantId },
        ...{ mailUserId: claims.sub, address: claims.email },
      }
    : null;

/** Puts a session into the browser: a short-lived signed access token and the refresh token behind it. */
export function giveSession(
  { accessTokens, platform, now }: Pick<Services, "accessTokens" | "platform" | "now">,
  cookies: ResponseCookies,
  {
    kind,
    claims,
    refreshToken,
    asOf = now(),
  }: { kind: SessionKind; claims: Claimed; refreshToken: string; asOf?: Date },
): void {
  const names = sessionCookies[kind];
  cookies.set(names.access, accessTokens.sign(claims, asOf), platform.refreshSeconds);
  cookies.set(names.refresh, refreshToken, platform.refreshSeconds);
}

/** Takes a session out of the browser. */
export function takeSession(cookies: ResponseCookies, kind: SessionKind): void {
  cookies.clear(sessionCookies[kind].access);
  cookies.clear(sessionCookies[kind].refresh);
}

/**
 * The claims of the session of one kind that a request carries, or `null`. A valid access token costs no database access; without one
 * the refresh token is exchanged and the new pair is put into `cookies`.
 */
export async function passGate(
  services: Services,
  request: { cookie: (name: string) => string | undefined; cookies: ResponseCookies; ip: string; requestId: string },
  kind: SessionKind,
): Promise<Claimed | null> {
  const names = sessionCookies[kind];
  const access = request.cookie(names.access);
  const claims = access && services.accessTokens.verify(access, services.now());
  if (claims && (claims.role === "mailbox") === (kind === "mailbox")) return claims;
  const token = request.cookie(names.refresh);
  if (!token) return null;
  const refreshed = await refreshSession(services, { kind, token, ip: request.ip, requestId: request.requestId });
  if (refreshed) giveSession(services, request.cookies, { kind, ...refreshed });
  else takeSession(request.cookies, kind);
  return refreshed?.claims ?? null;
}
