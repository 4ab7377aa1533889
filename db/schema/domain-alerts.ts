import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { domainAlertKinds } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Trouble that people are told about, several in one mail. */
export const domainAlerts = pgTable(
  "domain_alerts",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    kind: text({ enum: domainAlertKinds }).notNull(),
    vars: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Null: waits for the mail that it will be part of. */
    sentAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("domain_alerts_kind", table.kind, domainAlertKinds),
    index("domain_alerts_of_domain").on(table.tenantId, table.domainId, table.id),
    index("domain_alerts_waiting")
      .on(table.createdAt)
      .where(sql`${table.sentAt} is null`),
  ],
);
