import type { Transaction } from "../../../../db/client";
import { sessions } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import type { Claims } from "~/server/access-token";
import { audit } from "~/server/audit";
import { type Context, type Ctx, mailboxContext, memberContext } from "~/server/context";
import { absoluteLifetimeMs } from "~/server/refresh-session";
import { giveSession, mailboxSessionOf, memberSessionOf } from "~/server/session-gate";
import { hashToken, newRefreshToken } from "~/server/session-token";
import type { Role } from "../schema";
import { endSession } from "./end-session";
import { rememberDevice } from "./known-device";
import { sealEngineKey } from "./session-engine-key";

export type NewSession =
  | { kind: "member"; tenantId: string; memberId: string; email: string; role: Role }
  | {
      kind: "mailbox";
      tenantId: string;
      mailUserId: string;
      address: string;
      /** Minted for this session; destroyed with it. */
      engineKey: { keyId: string; secret: string };
    };

type Claimed = Omit<Claims, "iat" | "exp">;

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
  const refreshToken = newRefreshToken();
  const isMember = who.kind === "member";
  const claims: Claimed = {
    ...{ sid: id, tenant_id: who.tenantId },
    sub: isMember ? who.memberId : who.mailUserId,
    email: isMember ? who.email : who.address,
    role: isMember ? who.role : "mailbox",
  };
  const signedIn = asSignedIn(ctx, claims);
  const { tenantId, kind } = who;
  const now = ctx.now();
  await inScope(ctx.db, { tenantId }, async (tx) => {
    const actor = isMember ? memberContext(signedIn) : mailboxContext(signedIn);
    await within(tx, actor);
    await tx.insert(sessions).values({
      ...{ id, tenantId, kind, createdAt: now, rotatedAt: now, ip: ctx.ip, userAgent: ctx.userAgent },
      ...(isMember
        ? { userId: who.memberId }
        : { mailUserId: who.mailUserId, ...sealEngineKey(ctx.secretBox, id, who.engineKey) }),
      tokenHash: hashToken(refreshToken),
      expiresAt: new Date(now.getTime() + Math.min(ctx.platform.refreshSeconds * 1000, absoluteLifetimeMs)),
    });
    await audit(tx, actor, { action: "session.start", subject: { type: "session", id }, after: { kind } });
  });
  if (isMember ? ctx.member : ctx.mailbox) await endSession(ctx, kind);
  giveSession(ctx, ctx.cookies, { kind, claims, refreshToken });
  rememberDevice(ctx, kind, claims.email);
  return signedIn;
}
