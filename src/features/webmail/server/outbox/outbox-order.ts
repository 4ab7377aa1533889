import { type SQL, sql } from "drizzle-orm";
import { deliveries, submissions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";

const cursorPattern = /^([01]) (\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Word of a message that one of these is true of: `0` stands for what needs a look. */
export const deliveriesOf = (states: readonly (typeof deliveries.$inferSelect)["state"][]): SQL =>
  sql`exists (select 1 from ${deliveries} where ${deliveries.tenantId} = ${submissions.tenantId}
    and ${deliveries.messageId} = ${submissions.messageId} and ${deliveries.mailUserId} = ${submissions.mailUserId}
    and ${deliveries.state} in ${states})`;

/** 0 for what is not simply delivered, 1 for the rest. */
export const outboxRank = (now: Date): SQL<number> =>
  sql<number>`case when ${submissions.state} <> 'sent' or ${submissions.sendAt} > ${now.toISOString()}::timestamptz
    or jsonb_array_length(${submissions.refused}) > 0
    or ${deliveriesOf(["queued", "deferred", "failed", "expired", "cancelled"])} then 0 else 1 end`;

export const cursorAfter = (last: { rank: number; createdAt: Date; id: string }): string =>
  `${last.rank} ${last.createdAt.getTime()} ${last.id}`;

/** What follows a cursor. Throws `request.invalid` for one that is none. */
export function isBehind(cursor: string, rank: SQL<number>): SQL {
  const [, lastRank, at, id] = cursorPattern.exec(cursor) ?? [];
  if (!lastRank || !at || !id)
    throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
  const createdAt = new Date(Number(at)).toISOString();
  return sql`(${rank} > ${Number(lastRank)} or (${rank} = ${Number(lastRank)}
    and (${submissions.createdAt}, ${submissions.id}) < (${createdAt}::timestamptz, ${id}::uuid)))`;
}
