import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { domains } from "./domains";
import { domainEventKinds } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** The history of a domain: one row for every change of a record's verdict, of its state, its proof, its keys, and of DNS by our hand. Kept 90 days. */
export const domainEvents = pgTable(
  "domain_events",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    kind: text({ enum: domainEventKinds }).notNull(),
    /** The record's id, the key's selector; null where the whole domain is meant. */
    subject: text(),
    before: text(),
    after: text(),
    /** What DNS answered when it changed, for support. */
    evidence: jsonb().$type<Record<string, unknown> | null>(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("domain_events_kind", table.kind, domainEventKinds),
    index("domain_events_of_domain").on(table.tenantId, table.domainId, table.id),
    index("domain_events_age").on(table.createdAt),
  ],
);
