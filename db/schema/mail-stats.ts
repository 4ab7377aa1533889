import { bigint, index, integer, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { domains } from "./domains";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Mail of one mailbox user in one hour, counted as events come in, so that no page has to scan them. */
export const mailStats = pgTable(
  "mail_stats",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** Begin of the hour, UTC. */
    hour: instant().notNull(),
    /** Recipients that mail was sent to, of these outside of the platform, delivered, and refused for good. */
    sent: integer().notNull().default(0),
    sentOutside: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    received: integer().notNull().default(0),
    spam: integer().notNull().default(0),
    signIns: integer().notNull().default(0),
    failedSignIns: integer().notNull().default(0),
    /** Octets in the mailbox, the last that was seen in this hour. */
    usedBytes: bigint({ mode: "number" }),
  },
  (table) => [
    uniqueIndex("mail_stats_hour").on(table.mailUserId, table.hour),
    index("mail_stats_begin").on(table.hour),
    index("mail_stats_tenant").on(table.tenantId, table.hour),
    index("mail_stats_domain").on(table.tenantId, table.domainId, table.hour),
  ],
);
