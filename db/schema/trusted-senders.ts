import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Senders whose messages may load pictures from the internet without asking. */
export const trustedSenders = pgTable(
  "trusted_senders",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** Lower case. */
    address: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("trusted_senders_address").on(table.tenantId, table.mailUserId, table.address)],
);
