import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { deliveryStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";
import { webhooks } from "./webhooks";

/** One event for one webhook, and how bringing it there went. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    tenantId: ofTenant(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** The same for every webhook that is told of one thing, and for every repetition: the receiver's `webhook-id`. */
    eventId: uuid().notNull(),
    event: text().notNull(),
    payload: jsonb().notNull(),
    state: text({ enum: deliveryStates }).notNull().default("pending"),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant(),
    responseStatus: integer(),
    /** The beginning of what was answered, or why there was no answer. */
    response: text(),
    durationMs: integer(),
    deliveredAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("webhook_deliveries_state", table.state, deliveryStates),
    index("webhook_deliveries_tenant").on(table.tenantId, table.webhookId, table.id),
    index("webhook_deliveries_state_of_webhook").on(table.webhookId, table.state, table.id),
    index("webhook_deliveries_due")
      .on(table.webhookId, table.nextAttemptAt)
      .where(sql`${table.state} = 'pending'`),
    index("webhook_deliveries_created").on(table.createdAt),
  ],
);
