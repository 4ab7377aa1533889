import { type SQL, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Sort } from "./user-sorts";

const cursorPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([^]*)$/;

/** Where the following page begins: an id and what the list is sorted by. */
export const cursorAt = (id: string, key: string): string => `${id} ${key}`;

/** What stands behind a cursor in this order: one comparison of rows, so that the index is entered there. Throws `request.invalid`. */
export function isBehind(cursor: string, { key, order, value }: Sort): SQL {
  const [, id, text] = cursorPattern.exec(cursor) ?? [];
  const begin = text === undefined ? undefined : value(text);
  if (!id || !begin) throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
  const place = sql`(${begin}, ${id}::uuid)`;
  const row = sql`(${mailUsers[key]}, ${mailUsers.id})`;
  return order === "desc" ? sql`${row} < ${place}` : sql`${row} > ${place}`;
}
