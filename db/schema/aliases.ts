import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { domains } from "./domains";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Other addresses that deliver to a mailbox user. They reach the engine with that user's revision. */
export const aliases = pgTable(
  "aliases",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** `localPart@domain`, lower case. */
    address: text().notNull(),
    /** For the team: what it is for. */
    note: text().notNull().default(""),
    /** Off: mail to it is refused, and nobody else gets it. */
    isEnabled: boolean().notNull().default(true),
    /** An address that every domain must have (RFC 2142): it can be moved, not removed. */
    isRole: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("aliases_address").on(table.address),
    index("aliases_of_user").on(table.tenantId, table.mailUserId, table.address),
    index("aliases_of_domain").on(table.tenantId, table.domainId, table.address),
  ],
);
