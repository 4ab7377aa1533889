import type { Transaction } from "../../../../db/client";
import { eq } from "drizzle-orm";
import { people, sessions } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import type { Claimed } from "~/server/access-token";
import { audit } from "~/server/audit";
import { type Context, type Ctx, mailboxContext, memberContext } from "~/server/context";
import { absoluteLifetimeMs, personalClaims } from "~/server/refresh-session";
import { giveSession, mailboxSessionOf, memberSessionOf } from "~/server/session-gate";
import { hashToken, newRefreshToken } from "~/server/session-token";
import { endSession } from "./end-session";
import { rememberDevice } from "./known-device";
import type { Place } from "./find-place";
import { requirePlace } from "./require-place";
import { sealEngineKey } from "./session-engine-key";

export type NewSession =
  | ({
      kind: "member";
      email: string;
      hasSecondFactor: boolean;
      /** When the person proved who they are, which the session's longest life is counted from; without it, now. */
      authenticatedAt?: Date;
    } & Place)
  | {
      kind: "mailbox";
      tenantId: string;
      mailUserId: string;
      address: string;
      /** Minted for this session; destroyed with it. */
      engineKey: { keyId: string; secret: string };
    };

const asSignedIn = (ctx: Context, claims: Claimed): Context =>
  claims.role === "mailbox"
    ? { ...ctx, mailbox: mailboxSessionOf(claims) }
    : { ...ctx, member: memberSessionOf(claims) };

/**
 * Signs a browser in: a new session row and new cookies; a session of the same kind that the browser had ends. Whoever calls it has
 * checked the password. `within` runs first in the same transaction, as the person who signs in.
 */
export async function startSession(
  ctx: Context,
  who: NewSession,
  within: (tx: Transaction, actor: Ctx) => Promise<void> = async () => {},
): Promise<Context> {
  const id = Bun.randomUUIDv7();
  const now = ctx.now();
  const refreshToken = newRefreshToken(ctx.accessTokens, { id, tenantId: who.tenantId });
  const isMember = who.kind === "member";
  const authenticatedAt = (isMember && who.authenticatedAt) || now;
  const claims: Claimed = {
    ...{ sid: id, tenant_id: who.tenantId },
    sub: isMember ? who.memberId : who.mailUserId,
    email: isMember ? who.email : who.address,
    role: isMember ? who.role : "mailbox",
    person: isMember ? personalClaims({ authenticatedAt, hasSecondFactor: who.hasSecondFactor }, who) : null,
  };
  const signedIn = asSignedIn(ctx, claims);
  const { tenantId, kind } = who;
  const scope = isMember ? { tenantId, personId: who.personId } : { tenantId };
  await inScope(ctx.db, scope, async (tx) => {
    const actor = isMember ? memberContext(signedIn) : mailboxContext(signedIn);
    await within(tx, actor);
    await tx.insert(sessions).values({
      ...{ id, tenantId, kind, createdAt: authenticatedAt, rotatedAt: now, authenticatedAt },
      ...{ ip: ctx.ip, userAgent: ctx.userAgent },
      ...(isMember
        ? { userId: who.memberId, personId: who.personId, hasSecondFactor: who.hasSecondFactor }
        : { mailUserId: who.mailUserId, ...sealEngineKey(ctx.secretBox, id, who.engineKey) }),
      tokenHash: hashToken(refreshToken),
      expiresAt: new Date(
        Math.min(now.getTime() + ctx.platform.refreshSeconds * 1000, authenticatedAt.getTime() + absoluteLifetimeMs),
      ),
    });
    await requirePlace(tx, who);
    if (isMember) await tx.update(people).set({ lastTenantId: tenantId }).where(eq(people.id, who.personId));
    const after = isMember ? { kind, hasSecondFactor: who.hasSecondFactor } : { kind };
    await audit(tx, actor, { action: "session.start", subject: { type: "session", id }, after });
  });
  if (isMember ? ctx.member : ctx.mailbox) await endSession(ctx, kind);
  giveSession(ctx, ctx.cookies, { kind, claims, refreshToken });
  rememberDevice(ctx, kind, claims.email);
  return signedIn;
}
