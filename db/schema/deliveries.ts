import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { mailDeliveryStates } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/**
 * One message on its way to one recipient, as it stands now: what `delivery_events` add up to. Mail from one tenant to another has a row
 * with each of them.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    tenantId: ofTenant(),
    /** The sender here; null for mail that came from outside. */
    mailUserId: uuid().references(() => mailUsers.id, { onDelete: "set null" }),
    /** The recipient here; null for one elsewhere, and for what is nobody's alone. */
    toUserId: uuid().references(() => mailUsers.id, { onDelete: "set null" }),
    /** The engine's, as it writes ids of queued messages. */
    queueId: text().notNull(),
    /** Lower case; empty for the null sender. */
    sender: text().notNull(),
    recipient: text().notNull(),
    /** Without angle brackets; null until known. */
    messageId: text(),
    state: text({ enum: mailDeliveryStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** The last word of the other side. */
    code: integer(),
    enhancedCode: text(),
    reply: text(),
    host: text(),
    size: bigint({ mode: "number" }),
    nextAttemptAt: instant(),
    expiresAt: instant(),
    queuedAt: instant().notNull(),
    settledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("deliveries_state", table.state, mailDeliveryStates),
    uniqueIndex("deliveries_of_queue").on(table.queueId, table.recipient, table.tenantId),
    index("deliveries_tenant").on(table.tenantId, table.queuedAt, table.id),
    index("deliveries_of_user").on(table.tenantId, table.mailUserId, table.queuedAt, table.id),
    index("deliveries_to_user").on(table.tenantId, table.toUserId, table.queuedAt, table.id),
    index("deliveries_recipient").on(table.tenantId, table.recipient, table.queuedAt, table.id),
    index("deliveries_state").on(table.tenantId, table.state, table.queuedAt, table.id),
    index("deliveries_queued").on(table.queuedAt),
    index("deliveries_message").on(table.tenantId, table.messageId),
    index("deliveries_open")
      .on(table.queuedAt)
      .where(sql`${table.settledAt} is null`),
  ],
);
