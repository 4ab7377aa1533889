import { type SQL, sql } from "drizzle-orm";
import { AppError } from "~/lib/errors";

/** Where a row stands: its id, and PostgreSQL's own count of microseconds since 1970, which `Date` would round. */
export type TrailKey = { id: string; micros: string };

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,16})$/;

export const toCursor = ({ id, micros }: TrailKey): string => `${id} ${micros}`;

/** Throws `request.invalid` for a cursor that is none. */
export function fromCursor(cursor: string): TrailKey {
  const [, id, micros] = pattern.exec(cursor) ?? [];
  if (!id || !micros) throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
  return { id, micros };
}

export const atOf = ({ micros }: TrailKey): Date => new Date(Number(micros) / 1000);

const instantOf = (micros: string) => sql`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`;

/** Rows that stand after `key`, newest first by `order`. */
export const standsAfter = (key: TrailKey, order: "created" | "id"): SQL =>
  order === "id" ? sql`id < ${key.id}::uuid` : sql`(created_at, id) < (${instantOf(key.micros)}, ${key.id}::uuid)`;

/** The clocks of the application, which makes ids, and of the database, which dates rows, are never further apart; milliseconds. */
const clockSlack = 3_600_000;

/** The smallest UUIDv7 of a millisecond (RFC 9562 section 5.7). */
const firstIdOf = (at: number) => {
  const hex = Math.max(0, at).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** Rows of a span of time, `to` exclusive; said of the ids, too, because most indexes are in their order. */
export function standsWithin(from: Date | undefined, to: Date | undefined): SQL[] {
  return [
    ...(from
      ? [
          sql`created_at >= ${from.toISOString()}::timestamptz`,
          sql`id >= ${firstIdOf(from.getTime() - clockSlack)}::uuid`,
        ]
      : []),
    ...(to
      ? [sql`created_at < ${to.toISOString()}::timestamptz`, sql`id < ${firstIdOf(to.getTime() + clockSlack)}::uuid`]
      : []),
  ];
}
