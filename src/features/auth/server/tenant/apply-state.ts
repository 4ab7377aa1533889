import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import type { Ctx } from "~/server/context";
import { type EndedSession, endSessions, releaseSessions } from "~/server/end-sessions";

/** Has the engine's accounts of the whole tenant made anew after its state: open, or locked whatever the mailbox user's own state is. */
export async function applyState(tx: Transaction, { tenantId }: Ctx): Promise<void> {
  const rows = await tx
    .update(mailUsers)
    .set({ revision: sql`${mailUsers.revision} + 1`, applyError: null })
    .where(and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted")))
    .returning({ id: mailUsers.id });
  const jobOf = ({ id }: { id: string }) => ({ key: id, payload: { tenantId, kind: "mail_user" as const, id } });
  await enqueueAll(tx, "engine.apply", rows.map(jobOf));
}

/** Signs everybody of the tenant out, members and mailbox users. Call `release` after the commit. */
export const endAll = (tx: Transaction, ctx: Ctx): Promise<EndedSession[]> =>
  endSessions(tx, ctx.now(), ctx.tenantId, { everybody: true });

/** What the engine could not be asked to destroy now is destroyed by the jobs and the next pruning. */
export const release = (ctx: Ctx, ended: EndedSession[]): Promise<void> =>
  releaseSessions(ctx, ctx.tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: ctx.tenantId, error }),
  );
