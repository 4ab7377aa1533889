import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, createdAt, id } from "./columns";
import { tenantStates } from "./enums";
import { oneOf } from "./one-of";

export const tenants = pgTable(
  "tenants",
  {
    id: id(),
    name: text().notNull(),
    state: text({ enum: tenantStates }).notNull().default("active"),
    maxDomains: integer().notNull().default(25),
    maxMailUsers: integer().notNull().default(250),
    maxStorageBytes: bytes().notNull().default(1_099_511_627_776),
    createdAt: createdAt(),
  },
  (table) => [oneOf("tenants_state", table.state, tenantStates)],
);
