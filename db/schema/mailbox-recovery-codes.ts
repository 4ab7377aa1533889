import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Codes for a mailbox user whose second factor is lost. A used one is deleted. */
export const mailboxRecoveryCodes = pgTable(
  "mailbox_recovery_codes",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** HMAC-SHA-256 of mailbox user and code, base64url. */
    codeHash: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("mailbox_recovery_codes_code").on(table.mailUserId, table.codeHash)],
);
