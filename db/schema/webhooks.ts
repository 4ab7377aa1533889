import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { webhookOffReasons } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

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
    /** When the first attempt failed since the last one that succeeded. */
    failingSince: instant(),
    /** Why the platform switched it off; null when a person did, or nobody. */
    switchedOff: text({ enum: webhookOffReasons }),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("webhooks_switched_off", table.switchedOff, webhookOffReasons),
    index("webhooks_tenant").on(table.tenantId, table.id),
  ],
);
