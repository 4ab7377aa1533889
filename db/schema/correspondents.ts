import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Whom a mailbox user wrote to, for the completion of addresses. */
export const correspondents = pgTable(
  "correspondents",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** Lower case. */
    address: text().notNull(),
    name: text().notNull().default(""),
    timesWritten: integer().notNull().default(1),
    lastWrittenAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("correspondents_address").on(table.tenantId, table.mailUserId, table.address),
    index("correspondents_recent").on(table.tenantId, table.mailUserId, table.lastWrittenAt),
  ],
);
