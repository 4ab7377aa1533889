import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import { endSessions, releaseSessions } from "~/server/end-sessions";
import { type OwnMailbox, ownMailbox } from "./find-own-mailbox";

export type OwnChange<T> = {
  action: string;
  /** What of the row changes; the engine is then told. Absent: nothing that concerns it. */
  set?: Partial<
    Pick<OwnMailbox, "passwordHash" | "passwordSetAt" | "sealedTotpSecret" | "totpConfirmedAt" | "totpLastStep">
  >;
  /** What of the row changes without concerning the engine. */
  note?: Partial<Pick<OwnMailbox, "recoveryEmail" | "recoveryConfirmedAt">>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** All other browsers are signed out. */
  endsOthers?: boolean;
  /** Done in the same transaction when all else is, the other sessions' end included. */
  lastly?: () => Promise<void>;
  answer: T;
};

/**
 * The one way in which mailbox users change how they get in: under the row's lock, with one audit row, and with a new revision and the job
 * that tells the engine where it has to know. `null` when all is as wished already. Throws `auth.required` when the mailbox is gone.
 */
export async function changeOwnMailbox<T>(
  ctx: MailboxCtx,
  decide: (user: OwnMailbox, tx: Transaction) => Promise<OwnChange<T> | null>,
): Promise<{ user: OwnMailbox; answer: T | null }> {
  const { tenantId } = ctx;
  const { mailUserId: id, sessionId } = ctx.actor;
  const { ended, ...done } = await ctx.tx(async (tx) => {
    const [user] = await tx.select().from(mailUsers).where(ownMailbox(ctx)).for("update");
    if (!user) throw new AppError("auth.required");
    const change = await decide(user, tx);
    if (!change) return { user, answer: null, ended: [] };
    const { action, set, note, before, after, endsOthers, lastly, answer } = change;
    const raised = set && { ...set, revision: sql`${mailUsers.revision} + 1`, applyError: null };
    if (raised ?? note)
      await tx
        .update(mailUsers)
        .set({ ...raised, ...note })
        .where(ownMailbox(ctx));
    await audit(tx, ctx, { action, subject: { type: "mail_user", id }, before, after });
    if (raised) await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id }, { key: id });
    const which = { mailUserId: id, butSessionId: sessionId };
    const gone = endsOthers ? await endSessions(tx, ctx.now(), tenantId, which) : [];
    await lastly?.();
    return { user, answer, ended: gone };
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: id });
  // Tried at once, so that open mailboxes close now; what fails here is done by the job or the next pruning.
  await releaseSessions(ctx, tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: tenantId, error }),
  );
  return done;
}
