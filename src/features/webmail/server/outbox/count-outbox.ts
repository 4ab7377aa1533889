import { and, gt, ne, sql } from "drizzle-orm";
import { submissions } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import type { OutboxCount } from "../../schema/outbox";
import { deliveriesOf } from "./outbox-order";
import { ownSubmissions } from "./own-submissions";

const lookedAtMs = 3 * 24 * 60 * 60 * 1000;

/**
 * What of the last three days waits or went wrong, for whoever may want to look. What can be taken back for a moment only and what was refused in
 * the face of its writer is not counted. One statement.
 */
export async function countOutbox(ctx: MailboxCtx): Promise<OutboxCount> {
  const now = ctx.now().toISOString();
  const isScheduled = sql`${submissions.state} = 'sent' and ${submissions.isScheduled}
    and ${submissions.sendAt} > ${now}::timestamptz`;
  const isLost = sql`${submissions.state} = 'unknown' or (${submissions.state} = 'refused' and ${submissions.emailId} is null)`;
  const since = new Date(ctx.now().getTime() - lookedAtMs);
  const count = (condition: typeof isLost) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const [counts] = await ctx.tx((tx) =>
    tx
      .select({
        waiting: count(sql`${isScheduled} or (${submissions.state} = 'sent' and ${deliveriesOf(["deferred"])})`),
        troubled: count(sql`${isLost} or (${submissions.state} = 'sent' and ${deliveriesOf(["failed", "expired"])})`),
      })
      .from(submissions)
      .where(and(ownSubmissions(ctx), ne(submissions.state, "cancelled"), gt(submissions.createdAt, since))),
  );
  return counts ?? { waiting: 0, troubled: 0 };
}
