import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { addressHolders } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/**
 * Every address that mail may come to, with who holds it: one space for mailbox users, aliases and groups of all tenants. Kept by
 * triggers of those tables (see the mailbox migrations), so that no verb can forget it; a second holder is refused by the primary key.
 */
export const addresses = pgTable(
  "addresses",
  {
    /** `localPart@domain`, lower case. */
    address: text().primaryKey(),
    tenantId: ofTenant(),
    holder: text({ enum: addressHolders }).notNull(),
    holderId: uuid().notNull(),
  },
  (table) => [
    oneOf("addresses_holder", table.holder, addressHolders),
    index("addresses_of_holder").on(table.tenantId, table.holderId),
  ],
);
