import { and, count, desc, eq, gt, ne } from "drizzle-orm";
import { mailboxNetworks, mailboxTokens, mailUsers, sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { UserRef } from "../../schema";
import type { UserAccess } from "../../schema/access";
import { appPasswordsOf } from "./app-passwords-of";

const shownNetworks = 5;
const iso = (at: Date | null) => at?.toISOString() ?? null;

/** How a mailbox user signs in. Throws `user.not_found`. */
export async function getAccess(ctx: Ctx, { userId }: UserRef): Promise<UserAccess> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const ofUser = <T extends typeof mailboxTokens | typeof mailboxNetworks | typeof sessions>(table: T) =>
    and(eq(table.tenantId, tenantId), eq(table.mailUserId, userId));
  // Sent together: one round trip.
  const [[user], tokens, apps, networks, [open]] = await ctx.tx((tx) =>
    Promise.all([
      tx
        .select()
        .from(mailUsers)
        .where(and(own, withinReach(ctx, mailUsers.domainId))),
      tx
        .select()
        .from(mailboxTokens)
        .where(and(ofUser(mailboxTokens), gt(mailboxTokens.expiresAt, ctx.now())))
        .orderBy(desc(mailboxTokens.id)),
      appPasswordsOf(tx, { id: userId, tenantId }),
      tx
        .select()
        .from(mailboxNetworks)
        .where(ofUser(mailboxNetworks))
        .orderBy(desc(mailboxNetworks.lastSeenAt))
        .limit(shownNetworks),
      tx
        .select({ amount: count() })
        .from(sessions)
        .where(and(ofUser(sessions), gt(sessions.expiresAt, ctx.now()))),
    ]),
  );
  if (!user) throw new AppError("user.not_found");
  const link = tokens.find(({ kind }) => kind !== "recovery_email");
  return {
    ...{ passwordSetAt: iso(user.passwordSetAt), lastSignInAt: iso(user.lastSignInAt) },
    hasSecondFactor: user.totpConfirmedAt !== null,
    recoveryEmail: user.recoveryConfirmedAt ? user.recoveryEmail : null,
    recoveryAsked: tokens.find(({ kind }) => kind === "recovery_email")?.email ?? null,
    link: link
      ? {
          kind: link.kind === "invite" ? "invite" : "reset",
          ...{ email: link.email, expiresAt: link.expiresAt.toISOString() },
        }
      : null,
    appPasswords: apps,
    openSessions: open?.amount ?? 0,
    networks: networks.map(({ network, firstSeenAt, lastSeenAt }) => ({
      ...{ network, firstSeenAt: firstSeenAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() },
    })),
  };
}
