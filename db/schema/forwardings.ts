import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Where a mailbox user's mail is passed on to. Nothing goes anywhere before whoever reads mail there agreed. */
export const forwardings = pgTable(
  "forwardings",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    target: text().notNull(),
    keepsCopy: boolean().notNull().default(true),
    confirmedAt: instant(),
    /** SHA-256 of the token in the mail to the target, base64url; null once it was used. */
    tokenHash: text(),
    tokenExpiresAt: instant(),
    /** Taken away, while the engine may still pass mail on. */
    removedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("forwardings_of_user").on(table.mailUserId),
    uniqueIndex("forwardings_token").on(table.tokenHash),
    index("forwardings_tenant").on(table.tenantId, table.mailUserId),
    index("forwardings_target").on(table.target),
  ],
);
