import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { ofTenant } from "./of-tenant";

/** Append-only for the application's role: one row for each committed mutation, in the same transaction. */
export const auditLogs = pgTable(
  "audit_logs",
  {
    id: id(),
    tenantId: ofTenant(),
    /** `member:<id>`, `token:<id>`, `mailbox:<id>`, `job:<name>` or `script:<name>`. */
    actor: text().notNull(),
    /** The actor's address or name at that time: it outlives the row that it names. */
    actorLabel: text().notNull().default(""),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    ip: text().notNull(),
    requestId: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_logs_tenant_created").on(table.tenantId, table.createdAt, table.id),
    index("audit_logs_tenant_actor").on(table.tenantId, table.actor, table.id),
    index("audit_logs_tenant_subject").on(table.tenantId, table.subjectType, table.subjectId, table.id),
    index("audit_logs_tenant_action").on(table.tenantId, table.action, table.id),
  ],
);
