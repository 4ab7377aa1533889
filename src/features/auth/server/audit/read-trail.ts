import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../../../../db/client";
import { atOf, fromCursor, standsAfter, standsWithin, toCursor, type TrailKey } from "./trail-cursor";

const Values = z.record(z.string(), z.json()).nullable();
const Row = z.object({
  ...{ id: z.uuid(), micros: z.string(), actor: z.string(), actor_label: z.string(), action: z.string() },
  ...{ subject_type: z.string(), subject_id: z.string(), ip: z.string(), request_id: z.string() },
  ...{ before: Values, after: Values },
});
export type TrailRow = z.infer<typeof Row>;

export type TrailQuery = {
  tenantId: string;
  /** Where to look: disjoint conditions, each answered by an index in the order of ids; null for the whole tenant. */
  places: SQL[] | null;
  /** What else must hold of a row that was looked at. */
  also: SQL[];
  from?: Date;
  to?: Date;
  after?: string;
  limit: number;
};
export type TrailPage = { rows: TrailRow[]; next?: string; searchedTo?: Date };

/** So many rows are looked at for one page at most: a rare word costs many short pages, not one long query. */
export const mostLookedAt = 5000;

const all = (conditions: SQL[]) => sql.join(conditions, sql` and `);

/** The newest `count` rows of all places, as one lazily merged list. */
function lookAt({ tenantId, places, from, to, after }: TrailQuery, count: number): SQL {
  const order = places ? sql`id desc` : sql`created_at desc, id desc`;
  const key = after === undefined ? [] : [standsAfter(fromCursor(after), places ? "id" : "created")];
  const within = [...key, ...standsWithin(from, to)];
  const parts = (places ?? [sql`true`]).map(
    (place) => sql`(select * from audit_logs where ${all([sql`tenant_id = ${tenantId}::uuid`, place, ...within])}
      order by ${order} limit ${count})`,
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) as places order by ${order} limit ${count}`;
}

/** The statement of one page: by index only, and over `mostLookedAt` rows at most. One row more than asked for says whether there are more. */
export function trailStatement(query: TrailQuery): SQL {
  const { also, limit, places } = query;
  const order = places ? sql`id desc` : sql`created_at desc, id desc`;
  const columns = sql`id, (extract(epoch from created_at) * 1000000)::bigint::text as micros, actor, actor_label, action,
    subject_type, subject_id, before, after, ip, request_id`;
  if (also.length === 0)
    return sql`select ${columns} from (${lookAt(query, limit + 1)}) as looked order by ${order} limit ${limit + 1}`;
  return sql`select ${columns} from (${lookAt(query, mostLookedAt)}) as looked where ${all(also)}
    order by ${order} limit ${limit + 1}`;
}

/** One page of a tenant's audit log, newest first. Throws `request.invalid` for a cursor that is none. */
export async function readTrail(tx: Transaction, query: TrailQuery): Promise<TrailPage> {
  if (query.places?.length === 0) return { rows: [] };
  const found = z.array(Row).parse([...(await tx.execute(trailStatement(query)))]);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  if (found.length > query.limit && last) return { rows, next: toCursor(last) };
  if (query.also.length === 0) return { rows };
  const [end] = await tx.execute<TrailKey>(
    sql`select id, (extract(epoch from created_at) * 1000000)::bigint::text as micros
      from (${lookAt(query, mostLookedAt)}) as looked offset ${mostLookedAt - 1}`,
  );
  return end ? { rows, next: toCursor(end), searchedTo: atOf(end) } : { rows };
}

/** All actions that occur in a tenant's log; each costs one look into the index, however many rows have it. */
export async function findActions(tx: Transaction, tenantId: string): Promise<string[]> {
  const next = (than: SQL) =>
    sql`select action from audit_logs where tenant_id = ${tenantId}::uuid and ${than} order by action limit 1`;
  const rows = await tx.execute<{ action: string }>(sql`with recursive found as (
      (${next(sql`true`)})
      union all select (${next(sql`action > found.action`)}) from found where found.action is not null
    ) select action from found where action is not null`);
  return rows.map(({ action }) => action);
}
