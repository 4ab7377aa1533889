import { jsonb, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** How a mailbox user wants the webmail to be; whoever has no row has the defaults. */
export const mailboxPreferences = pgTable(
  "mailbox_preferences",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** Checked by `MailPreferences` when read: what is missing or not understood is the default. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("mailbox_preferences_of_user").on(table.tenantId, table.mailUserId)],
);
