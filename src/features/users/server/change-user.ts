import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { mailUsers } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import { endSessions, releaseSessions } from "~/server/end-sessions";
import type { MailUserRow } from "./mail-user-view";

type Fixed = "id" | "tenantId" | "createdAt" | "revision" | "appliedRevision" | "appliedAt" | "applyError" | "engineId";

export type UserChange = {
  action: string;
  set: Partial<Omit<MailUserRow, Fixed>>;
  /** For the audit log; never a hash. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** The user is signed out everywhere. */
  endsSessions?: boolean;
  /** The engine knows nothing of what changes: no new revision, no job. */
  staysHere?: boolean;
  /** What else is written with it, once the row is. */
  also?: (tx: Transaction, user: MailUserRow) => Promise<void>;
};

/** Which users a change is for: those who are there, or those who were deleted. */
export type Whom = "living" | "deleted";

/**
 * The one way to change a mailbox user: under the row's lock, with a new revision, one audit row and the job that brings it to the
 * engine. `decide` says what changes, `null` when all is as wished already. Throws `user.not_found`.
 */
export async function changeUser(
  ctx: Ctx,
  userId: string,
  decide: (user: MailUserRow, tx: Transaction) => Promise<UserChange | null> | UserChange | null,
  whom: Whom = "living",
): Promise<MailUserRow> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const row = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId));
  const meant = whom === "deleted" ? eq(mailUsers.state, "deleted") : ne(mailUsers.state, "deleted");
  const own = and(row, meant, withinReach(ctx, mailUsers.domainId));
  const { user: left, ended } = await ctx.tx(async (tx) => {
    const [user] = await tx.select().from(mailUsers).where(own).for("update");
    if (!user) throw new AppError("user.not_found");
    const change = await decide(user, tx);
    if (!change) return { user, ended: [] };
    const { action, set, before, after, endsSessions, staysHere, also } = change;
    const anew = staysHere ? {} : { revision: sql`${mailUsers.revision} + 1`, applyError: null };
    const [changed] = await tx
      .update(mailUsers)
      .set({ ...set, ...anew })
      .where(own)
      .returning();
    await also?.(tx, changed!);
    const gone = endsSessions ? await endSessions(tx, ctx.now(), tenantId, { mailUserId: userId }) : [];
    await audit(tx, ctx, { action, subject: { type: "mail_user", id: userId }, before, after });
    if (!staysHere) await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id: userId }, { key: userId });
    return { user: changed!, ended: gone };
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: userId });
  // Tried at once, so that open mailboxes close now; what fails here is done by the job.
  await releaseSessions(ctx, tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: tenantId, error }),
  );
  return left;
}
