import { bigint, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7, made here so that PostgreSQL 15 suffices and ids sort by age. */
export const id = () => uuid().primaryKey().$defaultFn(Bun.randomUUIDv7);

export const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const createdAt = () => instant().notNull().defaultNow();

export const bytes = () => bigint({ mode: "number" });

/**
 * Intent and application of a row that must also exist in the mail engine: a verb raises `revision`, the `engine.apply` job
 * stores which revision it has made true and why it could not.
 */
export const applied = () => ({
  revision: integer().notNull().default(1),
  appliedRevision: integer().notNull().default(0),
  applyError: text(),
  appliedAt: instant(),
  engineId: text(),
});
