import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { applied, createdAt, id, instant } from "./columns";
import { domainStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

export const domains = pgTable(
  "domains",
  {
    id: id(),
    tenantId: ofTenant(),
    /** A-labels, lower case, no trailing dot. */
    name: text().notNull(),
    /** For the team; nobody else sees it. */
    note: text().notNull().default(""),
    state: text({ enum: domainStates }).notNull().default("pending_proof"),
    /** Value of the ownership record; new at each claim. */
    proofToken: text().notNull(),
    /** Set while ownership stands proven; unique by name among proven rows. */
    provenAt: instant(),
    checkedAt: instant(),
    nextCheckAt: instant(),
    checkAttempts: integer().notNull().default(0),
    ...applied(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("domains_state", table.state, domainStates),
    uniqueIndex("domains_tenant_name").on(table.tenantId, table.name),
    uniqueIndex("domains_proven_name")
      .on(table.name)
      .where(sql`${table.provenAt} is not null`),
    index("domains_tenant_created").on(table.tenantId, table.createdAt, table.id),
    index("domains_next_check").on(table.nextCheckAt),
    index("domains_unapplied")
      .on(table.id)
      .where(sql`${table.revision} > ${table.appliedRevision}`),
  ],
);
