import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** What the keywords are called that a mailbox user marks messages with. */
export const mailLabels = pgTable(
  "mail_labels",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** As it stands on messages (RFC 8621 section 4.1.1): lower case, never begins with `$`. */
    keyword: text().notNull(),
    name: text().notNull(),
    colour: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("mail_labels_keyword").on(table.tenantId, table.mailUserId, table.keyword)],
);
