import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Networks that a mailbox user signed in from. */
export const mailboxNetworks = pgTable(
  "mailbox_networks",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** The /24 or /48 that an address lies in. */
    network: text().notNull(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("mailbox_networks_network").on(table.mailUserId, table.network),
    index("mailbox_networks_tenant").on(table.tenantId, table.mailUserId, table.lastSeenAt),
  ],
);
