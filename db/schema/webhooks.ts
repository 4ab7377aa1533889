import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ofTenant } from "./of-tenant";

/** Where a tenant wants to be told what happened. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    tenantId: ofTenant(),
    url: text().notNull(),
    description: text().notNull().default(""),
    /** Names of events. */
    events: text().array().notNull(),
    sealedSecret: text().notNull(),
    isEnabled: boolean().notNull().default(true),
    /** Deliveries in a row that were given up. */
    failures: integer().notNull().default(0),
    lastDeliveredAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("webhooks_tenant").on(table.tenantId, table.id)],
);
