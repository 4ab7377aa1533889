import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { mailUsers, people, sessions, tenants, users } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Claimed } from "./access-token";
import { audit } from "./audit";
import { systemContext } from "./context";
import { type EndedSession, endSessions, releaseSessions } from "./end-sessions";
import { queueNotice } from "./notices/queue-notice";
import type { Services } from "./services";
import type { SessionKind } from "./session-cookies";
import { familyOf, hashToken, successorOf } from "./session-token";

/** For how long the token before the newest is still answered: racing tabs, and a browser whose answer got lost. */
const graceMs = 20_000;
/** However busy, a session ends this long after the sign-in. */
export const absoluteLifetimeMs = 30 * 86_400_000;

export type Refreshed = {
  claims: Claimed;
  refreshToken: string;
  /** When the rows were read: a token that says what they said is no younger, so that whatever changed since makes it worthless. */
  asOf: Date;
};
type Session = typeof sessions.$inferSelect;
type Asked = { kind: SessionKind; token: string; ip: string; requestId: string };

/**
 * Exchanges a refresh token for its successor and the claims of a new access token; `null` when the session is unknown, has ended,
 * or its tenant, member or mailbox user may not go on. A token that was exchanged longer than 20 s ago, were it the session's first,
 * ends the session: somebody else holds a copy.
 */
export async function refreshSession(services: Services, asked: Asked): Promise<Refreshed | null> {
  const hash = hashToken(asked.token);
  const found = familyOf(services.accessTokens, asked.token);
  if (!found) return null;
  const outcome = await inScope(services.db, { tenantId: found.tenantId }, (tx) =>
    exchange(tx, services, found, hash, asked),
  );
  if (!outcome || !("reused" in outcome)) return outcome;
  services.log.warn("a refresh token was used twice", {
    ...{ tenant_id: found.tenantId, ip: asked.ip, request_id: asked.requestId },
  });
  // The session has ended whatever the engine answers; a key that is left has its row.
  await releaseSessions(services, found.tenantId, outcome.reused).catch((error: unknown) =>
    services.log.warn("an engine key could not be destroyed", { tenant_id: found.tenantId, error }),
  );
  return null;
}

type Outcome = Refreshed | { reused: EndedSession[] } | null;

async function exchange(
  tx: Transaction,
  services: Services,
  { id, tenantId }: { id: string; tenantId: string },
  hash: string,
  asked: Asked,
): Promise<Outcome> {
  const now = services.now();
  const own = and(eq(sessions.tenantId, tenantId), eq(sessions.id, id), eq(sessions.kind, asked.kind));
  const [session] = await tx.select().from(sessions).where(own).for("update");
  if (!session || session.expiresAt <= now) return null;
  const refreshToken = successorOf(services.accessTokens, session, asked.token);
  const isNewest = session.tokenHash === hash;
  const age = now.getTime() - session.rotatedAt.getTime();
  if (!isNewest && !isRace(session, hash, refreshToken, age)) {
    const ctx = { ...systemContext(services, { job: "session.refresh" }, session.tenantId), ...asked };
    const { userId, mailUserId } = session;
    // It concerns whoever signed in: they, too, find it in what they may read of the log.
    const subject = mailUserId
      ? ({ type: "mail_user", id: mailUserId } as const)
      : ({ type: "member", id: userId! } as const);
    await audit(tx, ctx, { action: "session.reuse", subject, after: { sessionId: id } });
    await tellHolder(tx, services, session, asked.ip);
    return { reused: await endSessions(tx, now, tenantId, { sessionId: id }) };
  }
  const holder = await findHolder(tx, session);
  if (!holder) return null;
  const claims = { ...holder, sid: id, tenant_id: session.tenantId };
  // One exchange at a time: a token two generations back is then never one that a slow tab was still using.
  if (isNewest && age >= 0 && age <= graceMs) return { claims, refreshToken: asked.token, asOf: now };
  if (isNewest) {
    const latest = session.createdAt.getTime() + absoluteLifetimeMs;
    const expiresAt = new Date(Math.min(now.getTime() + services.platform.refreshSeconds * 1000, latest));
    const next = { tokenHash: hashToken(refreshToken), previousTokenHash: hash, rotatedAt: now, expiresAt };
    await tx.update(sessions).set(next).where(eq(sessions.id, id));
  }
  return { claims, refreshToken, asOf: now };
}

/** Mails the person that somebody may hold a copy of their session. An address that nobody has confirmed may be a stranger's. */
async function tellHolder(tx: Transaction, services: Services, { personId, tenantId }: Session, ip: string) {
  if (!personId) return;
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (!person?.emailConfirmedAt) return;
  const { email: recipient, locale } = person;
  await queueNotice(tx, services, { kind: "session_reuse", recipient, locale, fields: { ip }, tenantId });
}

const isRace = (session: Session, hash: string, successor: string, age: number) =>
  session.previousTokenHash === hash && session.tokenHash === hashToken(successor) && age <= graceMs;

/** What a token says of a member's session, by its row and the tenant's rule. */
export const personalClaims = (
  session: Pick<Session, "authenticatedAt" | "hasSecondFactor">,
  of: { personId: string; domainIds: string[] | null; asksForFactor: boolean },
) => ({
  ...{ pid: of.personId, domains: of.domainIds, mfa: session.hasSecondFactor },
  auth_time: Math.floor(session.authenticatedAt.getTime() / 1000),
  restricted: of.asksForFactor && !session.hasSecondFactor,
});

/** Who the session belongs to, as the rows say now: a lost role or a suspension counts from the next refresh on. */
async function findHolder(tx: Transaction, session: Session) {
  const { tenantId, userId, mailUserId } = session;
  const isOpen = and(eq(tenants.id, tenantId), eq(tenants.state, "active"));
  if (session.kind === "mailbox") {
    const mayComeIn = and(eq(mailUsers.maySignIn, true), ne(mailUsers.state, "deleted"));
    const [row] = await tx
      .select({ sub: mailUsers.id, email: mailUsers.address })
      .from(mailUsers)
      .innerJoin(tenants, isOpen)
      .where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId!), mayComeIn));
    return row && { ...row, role: "mailbox" as const, person: null };
  }
  const [row] = await tx
    .select({
      ...{ sub: users.id, email: people.email, role: users.role, pid: people.id, domains: users.domainIds },
      asksForFactor: tenants.requiresSecondFactor,
    })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .innerJoin(tenants, isOpen)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, userId!)));
  if (!row) return undefined;
  const { asksForFactor, pid, domains, ...member } = row;
  return { ...member, person: personalClaims(session, { personId: pid, domainIds: domains, asksForFactor }) };
}
