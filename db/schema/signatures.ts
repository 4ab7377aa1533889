import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Signatures of a mailbox user. They live here because the mail server holds 2,047 octets of each only. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("signatures_of_user").on(table.tenantId, table.mailUserId, table.id)],
);
