import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { jobStates } from "./enums";
import { oneOf } from "./one-of";

/** Work to be done, committed together with the intent that causes it. Payloads hold ids only, so rows belong to no tenant. */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    name: text().notNull(),
    /** Two pending jobs of a name never share a key: the second request joins the first. */
    key: text().notNull(),
    payload: jsonb().notNull(),
    state: text({ enum: jobStates }).notNull().default("pending"),
    runAt: instant().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    /** Raised by each claim: a worker that comes late with an old number is refused. */
    lease: integer().notNull().default(0),
    leasedUntil: instant(),
    lastError: text(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (table) => [
    oneOf("jobs_state", table.state, jobStates),
    uniqueIndex("jobs_pending_key")
      .on(table.name, table.key)
      .where(sql`${table.state} = 'pending'`),
    index("jobs_due")
      .on(table.runAt)
      .where(sql`${table.state} = 'pending'`),
    index("jobs_leases")
      .on(table.leasedUntil)
      .where(sql`${table.state} = 'running'`),
    index("jobs_finished").on(table.finishedAt),
  ],
);
