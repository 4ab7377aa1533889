import { bigint, index, integer, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { domains } from "./domains";
import { ofTenant } from "./of-tenant";

/** Mail of one domain in one hour: the sum of its mailbox users' hours, so that no page adds up thousands of them. */
export const domainStats = pgTable(
  "domain_stats",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    /** Begin of the hour, UTC. */
    hour: instant().notNull(),
    sent: integer().notNull().default(0),
    sentOutside: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    received: integer().notNull().default(0),
    spam: integer().notNull().default(0),
    signIns: integer().notNull().default(0),
    failedSignIns: integer().notNull().default(0),
    /** Mailbox users for whom anything was counted in this hour. */
    activeUsers: integer().notNull().default(0),
    /** Octets in all mailboxes together, the last that was seen in this hour. */
    usedBytes: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [
    uniqueIndex("domain_stats_hour").on(table.domainId, table.hour),
    index("domain_stats_tenant").on(table.tenantId, table.hour),
  ],
);
