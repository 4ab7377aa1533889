import { index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ofTenant } from "./of-tenant";

/** What the engine told of mail under way, once each however often it told it. */
export const deliveryEvents = pgTable(
  "delivery_events",
  {
    id: id(),
    tenantId: ofTenant(),
    queueId: text().notNull(),
    /** Null: of the whole message. */
    recipient: text(),
    /** The engine's name of it, such as `delivery.delivered`. */
    type: text().notNull(),
    /** SHA-256 of what makes it this event; the engine's own ids change when it repeats itself. */
    contentHash: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    occurredAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("delivery_events_content").on(table.contentHash),
    index("delivery_events_of_queue").on(table.tenantId, table.queueId, table.occurredAt),
    index("delivery_events_occurred").on(table.occurredAt),
  ],
);
