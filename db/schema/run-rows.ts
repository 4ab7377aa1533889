import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id } from "./columns";
import { runRowStates } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";
import { runs } from "./runs";

/** One row of a run: a line of a file or one chosen mailbox user, and what became of it. */
export const runRows = pgTable(
  "run_rows",
  {
    id: id(),
    tenantId: ofTenant(),
    runId: uuid()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** Line of the file, or place in the selection, from 1. */
    line: integer().notNull(),
    values: jsonb().$type<Record<string, string>>().notNull().default({}),
    state: text({ enum: runRowStates }).notNull().default("waiting"),
    /** What is wrong, by column. */
    issues: jsonb().$type<{ column: string; message: string }[]>().notNull().default([]),
    mailUserId: uuid().references(() => mailUsers.id, { onDelete: "set null" }),
  },
  (table) => [
    oneOf("run_rows_state", table.state, runRowStates),
    uniqueIndex("run_rows_line").on(table.runId, table.line),
    index("run_rows_state_of_run").on(table.tenantId, table.runId, table.state, table.line),
  ],
);
