import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { runKinds, runStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Something done to many mailbox users, one after the other, by the worker: an import or a bulk action. Can be watched and cancelled. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    tenantId: ofTenant(),
    kind: text({ enum: runKinds }).notNull(),
    state: text({ enum: runStates }).notNull().default("planned"),
    /** What to do and to whom, as the kind's schema says; never a password. */
    plan: jsonb().$type<Record<string, unknown>>().notNull(),
    /** `users.id` of the member who asked for it, with whose reach it runs. */
    startedBy: text().notNull(),
    total: integer().notNull().default(0),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Why it stopped by itself, as a failure. */
    reason: text(),
    cancelledAt: instant(),
    finishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("runs_kind", table.kind, runKinds),
    oneOf("runs_state", table.state, runStates),
    index("runs_tenant").on(table.tenantId, table.kind, table.id),
    index("runs_created").on(table.createdAt),
    index("runs_running")
      .on(table.id)
      .where(sql`"state" = 'running'`),
  ],
);
