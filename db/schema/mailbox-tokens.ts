import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { mailboxTokenKinds } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Links for a mailbox user: single use, deleted when used. The token itself is never stored. */
export const mailboxTokens = pgTable(
  "mailbox_tokens",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    kind: text({ enum: mailboxTokenKinds }).notNull(),
    /** SHA-256, base64url. */
    tokenHash: text().notNull(),
    /** The address that the link was mailed to, where it was: what it proves. */
    email: text(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("mailbox_tokens_kind", table.kind, mailboxTokenKinds),
    uniqueIndex("mailbox_tokens_token").on(table.tokenHash),
    index("mailbox_tokens_of_user").on(table.tenantId, table.mailUserId, table.kind),
    index("mailbox_tokens_expiry").on(table.expiresAt),
  ],
);
